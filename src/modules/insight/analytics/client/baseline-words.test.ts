import { describe, expect, it } from "vitest";
import { lookIn } from "./chart-words.fixture.ts";
import { isTold, placeMessages } from "./baseline-words.ts";

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
