import fc from "fast-check";
import { expect, it } from "vitest";
import { compareMoney, exactAmount, times, totals } from "./money.ts";

const cents = fc.integer({ min: -1e9, max: 1e9 });
const yuan = (value: number): string =>
  `${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`;

it("adds exactly, whatever the number of amounts, and keeps currencies apart", () => {
  expect(
    totals([
      { amount: "0.1", currency: "CNY" },
      { amount: "0.2", currency: "CNY" },
      { amount: "1", currency: "USD" },
    ]),
  ).toEqual([
    { amount: "0.30", currency: "CNY" },
    { amount: "1.00", currency: "USD" },
  ]);
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (values) => {
      const sum = values.reduce((total, value) => total + value, 0);
      expect(totals(values.map((value) => ({ amount: yuan(value), currency: "CNY" })))[0]?.amount).toBe(
        yuan(sum),
      );
    }),
  );
});
it("rounds half up at four decimals and keeps two", () => {
  expect(
    ["1", "1.005", "1.00005", "-1.00005", "12345678901234567890.12"].map((amount) =>
      exactAmount(amount, "CNY"),
    ),
  ).toEqual(["1.00", "1.005", "1.0001", "-1.0001", "12345678901234567890.12"]);
  expect(times({ amount: "19.99", currency: "CNY" }, "3")).toEqual({ amount: "59.97", currency: "CNY" });
});
it("compares as numbers, never across currencies", () => {
  expect(compareMoney({ amount: "9.5", currency: "CNY" }, { amount: "10", currency: "CNY" })).toBeLessThan(0);
  expect(() => compareMoney({ amount: "1", currency: "CNY" }, { amount: "1", currency: "USD" })).toThrow(
    /rate/,
  );
});
