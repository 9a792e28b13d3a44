import { expect, it } from "vitest";
import { objectInfo } from "../../testing/screens/world.ts";
import { largeAmounts, timesLarger } from "./huge-amount.ts";

const yuan = (amount: string) => ({ amount, currency: "CNY" });
const namesIn = (values: Parameters<typeof largeAmounts>[1], before = {}) =>
  largeAmounts(objectInfo("opportunity"), values, before).map(({ field }) => field.name);

it("looks at changed amounts of a million and more only", () => {
  expect(namesIn({ name: "999999999", amount: yuan("1000000") })).toEqual(["amount"]);
  expect(namesIn({ amount: yuan("999999") })).toEqual([]);
  expect(namesIn({ amount: yuan("5000000") }, { amount: yuan("5000000") })).toEqual([]);
  expect(namesIn({ amount: yuan("a lot") })).toEqual([]);
});

it("says how many times larger from a hundred times on", () => {
  expect(timesLarger(yuan("123500000000"), yuan("6175000.00"))).toBe("20000");
  expect(timesLarger(yuan("617500000"), yuan("6175000.00"))).toBe("100");
  expect(timesLarger(yuan("617499999"), yuan("6175000.00"))).toBeNull();
});

it("compares with nothing where there is nothing, and not between currencies", () => {
  expect(timesLarger(yuan("123500000000"), undefined)).toBeNull();
  expect(timesLarger(yuan("123500000000"), yuan("0"))).toBeNull();
  expect(timesLarger(yuan("123500000000"), { amount: "100", currency: "USD" })).toBeNull();
});
