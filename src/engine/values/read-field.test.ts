import { describe, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import type { Field, FieldKind, FieldOf } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { readField } from "./read-field.ts";

const CNY = { currency: "CNY" };
const named = { name: "x", label: label("字段", "Field") };
const options = ["a", "b"].map((name) => ({ name, label: label(name, name) }));
const field = <K extends FieldKind>(kind: K, more: object = {}): Field =>
  ({ ...named, kind, ...more }) as FieldOf<K>;
/** The value in wire form, or the code of what is wrong with it. */
function read(of: Field, value: WireValue): unknown {
  const found = readField(of, value, CNY);
  return "reason" in found ? `! ${found.reason.code}` : found.value;
}

const KINDS = [
  "text",
  "long_text",
  "rich_text",
  "integer",
  "decimal",
  "money",
  "percent",
  "boolean",
  "date",
  "datetime",
  "select",
  "multiselect",
  "link",
  "links",
  "person",
  "department",
  "phone",
  "email",
  "url",
  "address",
  "file",
  "location",
  "signature",
  "json",
] as const;

describe("nothing", () => {
  it.each(KINDS)("is nothing in a field of kind %s", (kind) => {
    const of = field(kind, { options, targets: ["account"] });
    expect([readField(of, null, CNY), readField(of, undefined, CNY)]).toEqual([
      { value: null },
      { value: null },
    ]);
  });
  it.each([
    "text",
    "long_text",
    "select",
    "link",
    "person",
    "date",
    "datetime",
    "phone",
    "email",
    "url",
  ] as const)("is an empty text in a field of kind %s", (kind) =>
    expect(read(field(kind, { options, targets: ["account"] }), "")).toBeNull(),
  );
  it("is an empty list, but for tags, where it takes all away", () => {
    expect(read(field("multiselect", { options }), [])).toBeNull();
    expect([read(field("file"), []), read(field("links", { targets: ["account"] }), [])]).toEqual([
      null,
      null,
    ]);
    expect(read(field("tags"), [])).toEqual([]);
  });
});

describe("text", () => {
  it.each([
    [" Wang\u200b Li ", "Wang Li"],
    ["two\nlines", "two lines"],
    ["\u200b", null],
    [5, "5"],
    [true, "! wrong_type"],
    [["a"], "! wrong_type"],
  ] as const)("%j is kept as %j", (given, kept) =>
    expect(read(field("text"), given as WireValue)).toBe(kept),
  );
  it("may be as long as the field says, once it is clean", () => {
    const short = field("text", { max_length: 3 });
    expect([read(short, "abc"), read(short, " abc\u200b "), read(short, "abcd")]).toEqual([
      "abc",
      "abc",
      "! too_long",
    ]);
    // So much longer that cleaning it is not tried.
    expect(read(short, `abc${"\u200b".repeat(10)}`)).toBe("! too_long");
    expect(read(field("text"), "x".repeat(501))).toBe("! too_long");
  });
  it("of several lines keeps them", () => {
    expect(read(field("long_text"), " one\r\n two\u202e ")).toBe(" one\r\n two ");
    expect(read(field("long_text"), " \n ")).toBeNull();
  });
  it("formatted is read from HTML or from a document", () => {
    const rich = field("rich_text");
    expect(read(rich, "<b>a</b><script>1</script>")).toBe("<b>a</b>");
    const paragraph = { type: "paragraph", attrs: { bare: true }, content: [{ type: "text", text: "a" }] };
    expect(read(rich, { type: "doc", content: [paragraph] })).toBe("a");
    expect(read(rich, { type: "doc", content: [{ type: "image" }] })).toBe("! wrong_type");
  });
});

describe("numbers", () => {
  it.each([
    ["integer", {}, 5, 5],
    ["integer", {}, "５ ", "! wrong_type"],
    ["integer", {}, "5.0", 5],
    ["integer", {}, "5.5", "! wrong_type"],
    ["integer", {}, "9007199254740993", "! wrong_type"],
    ["integer", { min: 1, max: 9 }, 0, "! too_small"],
    ["integer", { min: 1, max: 9 }, 9, 9],
    ["integer", { min: 1, max: 9 }, 10, "! too_large"],
    ["decimal", {}, "1.23456789", "1.234568"],
    ["decimal", { scale: 1 }, "1.25", "1.3"],
    ["decimal", { scale: 1 }, "-1.25", "-1.3"],
    ["decimal", {}, "+7", "7"],
    ["decimal", {}, "1e3", "! wrong_type"],
    ["decimal", {}, "1,000", "! wrong_type"],
    ["decimal", {}, "9".repeat(33), "! wrong_type"],
    ["decimal", { min: "0.5" }, "0.4", "! too_small"],
    ["decimal", { max: "0.5", scale: 1 }, "0.54", "0.5"],
    ["decimal", { max: "0.5" }, "0.54", "! too_large"],
    ["percent", {}, 20, "20"],
    ["percent", {}, "33.33333", "33.3333"],
    ["boolean", {}, true, true],
    ["boolean", {}, "true", "! wrong_type"],
    ["boolean", {}, 1, "! wrong_type"],
  ] as const)("%s %j: %j is %j", (kind, more, given, kept) => {
    expect(read(field(kind, more), given)).toBe(kept);
  });
});

describe("money", () => {
  const money = field("money");
  it("bare is in the company's currency, with the decimals of it", () => {
    expect(read(money, 12)).toEqual({ amount: "12.00", currency: "CNY" });
    expect(read(money, "1.5")).toEqual({ amount: "1.50", currency: "CNY" });
    expect(read(money, { amount: "3", currency: null })).toEqual({ amount: "3.00", currency: "CNY" });
    expect(read(money, { amount: "3", currency: "JPY" })).toEqual({ amount: "3", currency: "JPY" });
    expect(read(money, { amount: "1.234", currency: "KWD" })).toEqual({ amount: "1.234", currency: "KWD" });
  });
  it("without an amount is none, whatever the currency", () => {
    expect([read(money, {}), read(money, { currency: "USD" }), read(money, { amount: "" })]).toEqual([
      null,
      null,
      null,
    ]);
  });
  it("is refused with parts that its currency does not have, and below the least", () => {
    expect(read(money, { amount: "1.5", currency: "JPY" })).toBe("! no_parts");
    expect(read(money, "1.005")).toBe("! too_precise");
    expect(read(money, "1.500")).toEqual({ amount: "1.50", currency: "CNY" });
    expect([read(field("money", { min: "0" }), "-1"), read(field("money", { min: "0" }), "0")]).toEqual([
      "! too_small",
      { amount: "0.00", currency: "CNY" },
    ]);
  });
  it.each([
    "abc",
    { amount: "1", currency: "cny" },
    { amount: "1", currency: "YUAN" },
    { amount: [1] },
    [1],
    true,
  ])("%j is none", (given) => expect(read(money, given as WireValue)).toBe("! wrong_type"));
});

describe("days and moments", () => {
  it.each([
    ["date", "2026-02-28", "2026-02-28"],
    ["date", "2026-02-29", "! wrong_type"],
    ["date", "2026-02-28T00:00:00Z", "! wrong_type"],
    ["date", 20260228, "! wrong_type"],
    ["datetime", "2026-03-01T08:00Z", "2026-03-01T08:00Z"],
    ["datetime", "2026-03-01T08:00:00.123456Z", "2026-03-01T08:00:00.123456Z"],
    ["datetime", "2026-03-01T08:00:00+08:00", "2026-03-01T00:00:00.000Z"],
    ["datetime", "2026-03-01T08:00:00", "! wrong_type"],
    ["datetime", "2026-02-30T08:00:00Z", "! wrong_type"],
    ["datetime", "2026-03-01T25:00:00Z", "! wrong_type"],
    ["datetime", "0001-01-01T00:00:00+00:01", "! wrong_type"],
    ["datetime", "9999-12-31T23:59:59-00:01", "! wrong_type"],
    ["datetime", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"],
  ] as const)("%s %j is %j", (kind, given, kept) => expect(read(field(kind), given)).toBe(kept));
});

describe("ways to reach somebody", () => {
  it.each([
    ["email", " Wang@Example.COM ", "wang@example.com"],
    ["email", "wang@example", "! wrong_type"],
    ["email", "wang@@example.com", "! wrong_type"],
    ["email", "a b@example.com", "! wrong_type"],
    ["email", "Wang <wang@example.com>", "! wrong_type"],
    ["email", `${"x".repeat(250)}@ex.com`, "! too_long"],
    ["url", "example.com/a?b", "https://example.com/a?b"],
    ["url", "HTTP://Example.com", "HTTP://Example.com"],
    ["url", "javascript:alert(1)", "! wrong_type"],
    ["url", "ftp://example.com", "! wrong_type"],
    ["url", "localhost", "! wrong_type"],
    ["phone", "+86 138 0013 8000", "13800138000"],
    ["phone", "电话：0512-66668888转801", "0512-66668888-801"],
    ["phone", "400-820-1234-2", "400-820-1234-2"],
    ["phone", "12", "! wrong_type"],
    ["phone", "x801", "x801"],
    ["phone", "ask Wang", "! wrong_type"],
  ] as const)("%s %j is %j", (kind, given, kept) => expect(read(field(kind), given)).toBe(kept));

  it("an address is its parts, or one text; blank parts are none", () => {
    const address = field("address");
    expect(read(address, " 1 Harbour Road ")).toEqual({ detail: "1 Harbour Road" });
    expect(read(address, { city: "苏州市\u200b", province: "", code: null })).toEqual({ city: "苏州市" });
    expect([read(address, { city: " " }), read(address, {})]).toEqual([null, null]);
    const others: readonly WireValue[] = [{ street: "x" }, { city: {} }, [], 5, { detail: "x".repeat(501) }];
    for (const wrong of others)
      expect(read(address, wrong), JSON.stringify(wrong).slice(0, 30)).toBe("! wrong_type");
  });
  it("a place is its figures; a text is none", () => {
    expect(read(field("location"), { lat: 31.3, lng: 120.6 })).toEqual({ lat: 31.3, lng: 120.6 });
    expect(read(field("location"), "31.3,120.6")).toBe("! wrong_type");
  });
});

describe("data", () => {
  it("is kept without what a database cannot keep, as deep as anything is nested", () => {
    expect(read(field("json"), { "a\0": ["e\u0301", 1, null] })).toEqual({ a: ["é", 1, null] });
    const deep = Array.from({ length: 70 }).reduce<WireValue>((inner) => [inner], "x");
    expect(read(field("json"), deep)).toBe("! wrong_type");
    expect(read(field("json"), "x".repeat(200_001))).toBe("! too_long");
  });
});

it("why not is said in both languages, with the field's name and what was given", () => {
  const found = readField(field("integer", { max: 9 }), "ten", CNY);
  if (!("reason" in found)) throw new Error("ten was taken for a number");
  expect(found.reason).toMatchObject({ field: "x", params: { value: "ten", kind: "integer" } });
  expect(found.reason.text).toEqual({
    "zh-CN": "“字段”的值“{value}”不是有效的整数。",
    en: "“{value}” is not a valid whole number for “Field”.",
  });
  const long = readField(field("integer"), "9".repeat(200), CNY);
  expect("reason" in long && String(long.reason.params?.["value"]).length).toBe(60);
});
