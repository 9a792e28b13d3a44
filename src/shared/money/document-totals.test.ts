import Big from "big.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { documentTotals, type DocumentTerms, type PricedLine } from "./document-totals.ts";
import { minorUnits } from "./minor-units.ts";

const line = (
  unitPrice: string,
  taxRate: string | null = null,
  more: Partial<PricedLine> = {},
): PricedLine => ({
  quantity: "1",
  unitPrice,
  taxRate,
  ...more,
});
const thrice = (one: PricedLine) => [one, one, one];
const CNY: DocumentTerms = { currency: "CNY" };
const part = (found: ReturnType<typeof documentTotals>, name: "amount" | "net" | "tax") =>
  found.lines.map((one) => one?.[name] ?? null);

it("rounds tax once for each rate; the last line of it takes the rest", () => {
  const exclusive = documentTotals(thrice(line("0.03", "13")), CNY);
  expect(part(exclusive, "tax")).toEqual(["0.00", "0.00", "0.01"]);
  expect(exclusive).toMatchObject({ subtotal: "0.09", discount: "0.00", tax: "0.01", total: "0.10" });
  const inclusive = documentTotals(thrice(line("33.33", "13")), { ...CNY, inclusive: true });
  expect(part(inclusive, "net")).toEqual(["29.50", "29.50", "29.49"]);
  expect(part(inclusive, "tax")).toEqual(["3.83", "3.83", "3.84"]);
  expect(part(inclusive, "amount")).toEqual(["33.33", "33.33", "33.33"]);
  expect(inclusive).toMatchObject({ subtotal: "88.49", tax: "11.50", total: "99.99" });
  const mixed = documentTotals([line("0.04", "13"), line("1", "6"), line("0.04", "13")], CNY);
  expect(part(mixed, "tax")).toEqual(["0.01", "0.06", "0.00"]);
});

it.each([
  ["1.015", { quantity: "7" }, "7.11"],
  ["158.00", { discount: "10.01" }, "142.18"],
  ["158.00", { quantity: "0.001" }, "0.16"],
  ["0.005", {}, "0.01"],
  ["-0.005", {}, "-0.01"],
])("a line of %s %j comes to %s", (price, more, amount) => {
  expect(part(documentTotals([line(price, null, more)], CNY), "amount")).toEqual([amount]);
});

it("has the decimals of its currency", () => {
  const of = (currency: string) => documentTotals(thrice(line("33.3333", "10")), { currency });
  expect(of("JPY")).toMatchObject({ subtotal: "99", tax: "10", total: "109" });
  expect(of("KWD")).toMatchObject({ subtotal: "99.999", tax: "10.000", total: "109.999" });
});

it("takes a discount off the whole: of the lines' money, tax is of what is left", () => {
  const lines = [line("100", "13"), line("50", "6")];
  expect(documentTotals(lines, { ...CNY, discount: { percent: "10" } })).toMatchObject({
    subtotal: "150.00",
    discount: "15.00",
    tax: "14.40",
    total: "149.40",
  });
  const inclusive = documentTotals(thrice(line("33.33", "13")), {
    ...CNY,
    inclusive: true,
    discount: { amount: "10" },
  });
  expect(inclusive).toMatchObject({ subtotal: "88.49", discount: "8.85", tax: "10.35", total: "89.99" });
  expect(documentTotals([], { ...CNY, discount: { amount: "5" } }).total).toBe("-5.00");
});

it("a line without quantity or price comes to nothing, and nothing is zero", () => {
  expect(documentTotals([line("5", "13", { quantity: null })], CNY)).toEqual({
    lines: [null],
    subtotal: "0.00",
    discount: "0.00",
    tax: "0.00",
    total: "0.00",
  });
});

it("adds up whatever is given: Σ net = subtotal, subtotal − discount + tax = total, nothing below a cent", () => {
  const decimal = (most: number, places: number) =>
    fc.integer({ min: -most, max: most }).map((value) => new Big(value).div(10 ** places).toFixed());
  const percent = (most: number) =>
    fc.option(fc.integer({ min: 0, max: most }).map((value) => new Big(value).div(100).toFixed()));
  const lines = fc.array(
    fc.record({
      quantity: fc.option(decimal(100_000, 3)),
      unitPrice: fc.option(decimal(10_000_000, 4)),
      discount: percent(10_000),
      taxRate: fc.option(fc.constantFrom("0", "1", "3", "6", "9", "13", "13.0", "17.5")),
    }),
    { maxLength: 12 },
  );
  const terms = fc.record({
    currency: fc.constantFrom("CNY", "JPY", "KWD", "USD"),
    inclusive: fc.boolean(),
    discount: fc.option(
      fc.oneof(
        percent(10_000).map((given) => ({ percent: given ?? "0" })),
        decimal(100_000, 2).map((amount) => ({ amount })),
      ),
    ),
  });
  fc.assert(
    fc.property(lines, terms, (given, asked) => {
      const found = documentTotals(given, asked);
      const sum = (name: "amount" | "net" | "tax") =>
        found.lines.reduce((all, one) => all.plus(one?.[name] ?? 0), new Big(0));
      const { subtotal, discount, tax, total } = found;
      expect(sum("net").eq(subtotal)).toBe(true);
      expect(sum("tax").eq(tax)).toBe(true);
      expect(new Big(subtotal).minus(discount).plus(tax).eq(total)).toBe(true);
      if (!asked.inclusive) expect(sum("amount").eq(subtotal)).toBe(true);
      else if (!asked.discount) expect(sum("amount").eq(total)).toBe(true);
      const places = minorUnits(asked.currency);
      for (const text of [subtotal, discount, tax, total])
        expect(text.split(".")[1]?.length ?? 0).toBe(places);
    }),
  );
});
