import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import type { Field, FieldKind, FieldOf } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { columnsOf } from "../schema/names.ts";
import { fromRow, linksFrom, sameValue, toColumns, withoutRate } from "./row-values.ts";

const field = <K extends FieldKind>(kind: K, more: object = {}): Field =>
  ({ name: "x", label: label("字段", "Field"), kind, ...more }) as FieldOf<K>;
const id = fc.uuid();
const pointer = fc.record({ object: fc.constantFrom("account", "lead"), id });
const VALUES: readonly (readonly [Field, fc.Arbitrary<WireValue>])[] = [
  [field("text"), fc.string()],
  [field("integer"), fc.integer()],
  [field("boolean"), fc.boolean()],
  [field("date"), fc.constant("2026-03-01")],
  [field("multiselect", { options: [] }), fc.array(fc.constantFrom("a", "b"), { minLength: 1 })],
  [field("link", { targets: ["account"] }), id],
  [field("link", { targets: ["account", "lead"] }), pointer],
  [field("links", { targets: ["account", "lead"] }), fc.array(pointer, { minLength: 1, maxLength: 4 })],
  [field("address"), fc.record({ city: fc.constantFrom("苏州市", "上海市") })],
  [
    field("money"),
    fc.record({
      amount: fc.integer({ min: -1e6, max: 1e6 }).map((whole) => `${whole}.25`),
      currency: fc.constantFrom("CNY", "USD"),
    }),
  ],
];

describe("a value in its columns", () => {
  it.each(VALUES)("%j comes back as it went in, and none as none", (of, values) => {
    fc.assert(
      fc.property(values, (value) => {
        const row = toColumns(of, value);
        expect(Object.keys(row).toSorted()).toEqual(
          columnsOf(of)
            .map(({ name }) => name)
            .toSorted(),
        );
        expect(fromRow(of, row)).toEqual(value);
      }),
      { numRuns: 30 },
    );
    expect(fromRow(of, toColumns(of, null))).toBeNull();
  });
  it("has none where the field has no column", () => {
    for (const kind of ["children", "tags", "rollup"] as const)
      expect(toColumns(field(kind), ["a"])).toEqual({});
    expect(toColumns(field("text", { dropped: true }), "a")).toEqual({});
    expect(toColumns(field("formula", { returns: "text" }), "a")).toEqual({});
    expect(toColumns(field("formula", { returns: "text", stored: true }), "a")).toEqual({ x: "a" });
  });
  it("of money tells what it is worth in the company's currency where that is something else", () => {
    const money = field("money");
    const row = { x: "100.0000", x__currency: "USD", x__base: "720.5", x__rate_date: "2026-03-01" };
    expect(fromRow(money, row)).toEqual({
      amount: "100.00",
      currency: "USD",
      base: "720.5",
      rate_date: "2026-03-01",
    });
    expect(fromRow(money, { x: "1", x__currency: "JPY", x__base: "1", x__rate_date: null })).toEqual({
      amount: "1",
      currency: "JPY",
    });
    expect(toColumns(money, { amount: "5", currency: "CNY" })).toMatchObject({
      x__base: "5",
      x__rate_date: null,
    });
  });
  it("loses zeros behind the point where it is a number, and none where it is a text", () => {
    expect(fromRow(field("decimal"), { x: "1.500" })).toBe("1.5");
    expect(fromRow(field("percent"), { x: "100" })).toBe("100");
    expect(fromRow(field("formula", { returns: "money" }), { x: "10.0" })).toBe("10");
    expect(fromRow(field("formula", { returns: "text" }), { x: "1.500" })).toBe("1.500");
  });
  it("of several links is a list of pointers, whatever came of their objects", () => {
    expect(linksFrom("x", { x: ["1", "2"], x__object: ["lead"] })).toEqual([
      { object: "lead", id: "1" },
      { object: "", id: "2" },
    ]);
    expect([linksFrom("x", { x: [] }), linksFrom("x", {})]).toEqual([null, null]);
  });
});

describe("the same value", () => {
  it.each([
    [null, undefined, true],
    ["a", "a", true],
    ["a", "A", false],
    [1, "1", false],
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z", true],
    ["2026-03-01T08:00:00.120Z", "2026-03-01T08:00:00.120000Z", true],
    ["2026-03-01T08:00:00.120Z", "2026-03-01T08:00:00.121Z", false],
    ["2026-03-01T08:00:10Z", "2026-03-01T08:00:1Z", false],
    [{ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [["a", "b"], ["b", "a"], false],
    [[], null, false],
    [{}, "x", false],
  ] as const)("%j and %j: %j", (a, b, expected) => {
    expect([sameValue(a, b), sameValue(b, a)]).toEqual([expected, expected]);
  });
});

it("an amount as callers know it says nothing of its rate; other values stay", () => {
  const given = { amount: "1", currency: "USD", base: "7", rate_date: "2026-03-01" };
  expect(withoutRate(given)).toEqual({ amount: "1", currency: "USD" });
  const place = { base: "harbour" };
  expect([
    withoutRate(place),
    withoutRate(null),
    withoutRate(undefined),
    withoutRate(["a"]),
    withoutRate("a"),
  ]).toEqual([place, null, undefined, ["a"], "a"]);
});
