import { describe, expect, it } from "vitest";
import { differs, moneyDelta } from "./SinceMarks.tsx";

const amount = { name: "amount", kind: "money" } as const;
const cny = (value: string) => ({ amount: { amount: value, currency: "CNY" } });

describe("what differs since a day", () => {
  it.each([
    [{ a: "x" }, { a: "x" }, false],
    [{ a: "x" }, { a: "y" }, true],
    [{}, { a: null }, false],
    [{ a: null }, { a: "" }, true],
    [{ a: 1 }, { a: "1" }, false],
    [{ a: ["1"] }, { a: ["1"] }, false],
    [{ a: ["1"] }, { a: ["2"] }, true],
    [{ a: { amount: "1", currency: "CNY", base: "1" } }, { a: { amount: "1", currency: "CNY" } }, false],
    [{ a: { amount: "1", currency: "CNY" } }, { a: { amount: "1", currency: "USD" } }, true],
  ])("%j and %j: %j", (then, now, expected) => expect(differs(then, now, { name: "a" })).toBe(expected));
});

describe("how much an amount rose or fell", () => {
  it("is exact, and negative where it fell", () => {
    expect(moneyDelta(cny("0.10"), cny("0.30"), amount)).toEqual({ amount: "0.2", currency: "CNY" });
    expect(moneyDelta(cny("90071992547409931.07"), cny("1"), amount)?.amount).toBe("-90071992547409930.07");
  });
  it("is not said between two currencies, of what is no money, and where one is missing", () => {
    const usd = { amount: { amount: "5", currency: "USD" } };
    expect(moneyDelta(cny("1"), usd, amount)).toBeNull();
    expect(moneyDelta(cny("1"), {}, amount)).toBeNull();
    expect(moneyDelta({}, cny("1"), amount)).toBeNull();
    expect(moneyDelta(cny("1"), cny("2"), { name: "amount", kind: "json" })).toBeNull();
  });
});
