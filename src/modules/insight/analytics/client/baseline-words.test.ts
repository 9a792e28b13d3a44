import { describe, expect, it } from "vitest";
import { lookIn } from "./chart-words.fixture.ts";
import { figureText, isTold, placeInWords } from "./baseline-words.ts";

describe("the place of a frozen figure", () => {
  const { t } = lookIn("en");
  const nameOf = (part: string) => (part === "needs" ? "Needs analysis" : undefined);
  it.each([
    ["stages.needs.entered", "Needs analysis · Reached"],
    ["stages.needs.amount.amount", "Needs analysis · Amount"],
    ["groups.0.n", "Records"],
    ["won.amount.amount", "Won · Amount"],
    ["total.won_amount.amount", "Total · Won value"],
    ["working_days.median", "Working days · Median"],
  ])("%s is said as %s", (place, words) => expect(placeInWords(place, t, nameOf)).toBe(words));

  it("in what an amount is counted, and what is no number, is no figure of its own", () => {
    const told = (name: string, value: string) => isTold({ name, value });
    expect([
      told("won.amount.amount", "12.5"),
      told("won.amount.currency", "CNY"),
      told("x.mixed", "1"),
      told("x.rate_date", "2026"),
      told("x.count", "many"),
    ]).toEqual([true, false, false, false, false]);
  });
});

it("a figure is read as what it is: a share, a sum in its currency, days, a number", () => {
  const figures = [
    { name: "stages.needs.rate", value: "0.7565" },
    { name: "won.amount.amount", value: "70910000" },
    { name: "won.amount.currency", value: "CNY" },
    { name: "working_days.median", value: "12.46" },
    { name: "won.count", value: "1234" },
  ];
  expect(figures.map(({ name }) => figureText(figures, name, "zh-CN"))).toEqual([
    "75.7%",
    "¥7,091 万",
    "CNY",
    "12.5",
    "1,234",
  ]);
  expect(figureText(figures, "gone", "en")).toBe("—");
});
