import { describe, expect, it } from "vitest";
import { lookIn } from "./chart-words.fixture.ts";
import { countText, daysText, exactText, percentText, sumText } from "./figures.ts";
import { isTold, placeMessages } from "./baseline-words.ts";

describe("figures in words", () => {
  it("a share is rounded to a tenth of a percent, from its decimals and not from a float", () => {
    expect(percentText("0.631500521532")).toBe("63.2%");
    expect(percentText("0.0005")).toBe("0.1%");
    expect(percentText("1")).toBe("100.0%");
    expect(percentText("0")).toBe("0.0%");
  });
  it("what is not known is a dash, nought is nought", () => {
    expect([percentText(null), daysText(null), sumText(null, "en"), exactText(null, "en")]).toEqual([
      "—",
      "—",
      "—",
      "—",
    ]);
    expect([daysText("0"), countText(0)]).toEqual(["0.0", "0"]);
  });
  it("large counts and days are grouped", () => {
    expect([countText(1234567), daysText("1234.56")]).toEqual(["1,234,567", "1,234.6"]);
  });
  it("an exact sum keeps its cents, however large it is", () => {
    expect(exactText({ amount: "9007199254740993.01", currency: "CNY" }, "en")).toContain(
      "9,007,199,254,740,993.01",
    );
  });
});

describe("the place of a frozen figure", () => {
  const { t } = lookIn("en");
  it.each([
    ["stages.needs.entered", "needs · Reached"],
    ["stages.needs.amount.amount", "needs · Amount"],
    ["groups.0.n", "Records"],
    ["won.amount.amount", "Won · Amount"],
    ["total.won_amount.amount", "Total · Won value"],
    ["working_days.median", "Working days · Median"],
  ])("%s is said as %s", (place, words) => expect(placeMessages(place, t)).toBe(words));

  it("in what an amount is counted is no figure of its own", () => {
    expect(["won.amount.amount", "won.amount.currency", "x.mixed", "x.rate_date"].map(isTold)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
