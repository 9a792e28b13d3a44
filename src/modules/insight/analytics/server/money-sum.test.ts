import { describe, expect, it } from "vitest";
import { toSum } from "./money-sum.ts";

describe("a sum of money as it is answered", () => {
  it("tells that it is of several currencies, and by which day's rates, only where it is so", () => {
    expect(toSum({ amount: "5.00", currency: "CNY", mixed: false })).toEqual({
      amount: "5.00",
      currency: "CNY",
    });
    expect(toSum({ amount: "5.00", currency: "CNY", mixed: true, rate_date: "2026-11-30" })).toEqual({
      amount: "5.00",
      currency: "CNY",
      mixed: true,
      rate_date: "2026-11-30",
    });
  });
  it.each([null, undefined, "5", 5, ["5"], { currency: "CNY" }])("%o is no sum", (value) => {
    expect(toSum(value)).toBeNull();
  });
});
