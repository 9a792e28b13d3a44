import { expect, test } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import type { Field, FieldKind } from "../../../../shared/metadata/field.ts";
import { type CellContext, isFraction, parseCell } from "./parse-cell.ts";

const SHANGHAI: CellContext = { zone: "Asia/Shanghai" };
const named = label("字段", "Field");
const OPTIONS = [
  { name: "a", label: label("甲", "First") },
  { name: "b", label: label("乙", "Second") },
];
function fieldOf(kind: FieldKind): Field {
  if (kind === "select" || kind === "multiselect") return { name: "f", kind, label: named, options: OPTIONS };
  if (kind === "address" || kind === "json" || kind === "file") return { name: "f", kind, label: named };
  if (kind === "percent" || kind === "decimal" || kind === "integer" || kind === "money")
    return { name: "f", kind, label: named };
  if (kind === "text" || kind === "long_text" || kind === "email" || kind === "url" || kind === "date")
    return { name: "f", kind, label: named };
  throw new Error(`no field of the kind ${kind} here`);
}
/** The value, or the code of what is wrong. */
const read = (kind: FieldKind, cell: string, context: Partial<CellContext> = {}) => {
  const parsed = parseCell(fieldOf(kind), cell, { ...SHANGHAI, ...context });
  return parsed.ok ? parsed.value : parsed.reason.code;
};

test("an empty cell is no value, whatever the kind", () => {
  for (const kind of ["text", "integer", "date", "select", "email", "address", "file"] as const)
    expect(read(kind, " \u00a0 "), kind).toBeNull();
});

test("a line loses the blanks around it, a text of several lines keeps what stands in it", () => {
  expect(read("text", "  Acme Inc.\n ")).toBe("Acme Inc.");
  expect(read("long_text", "  one\n  two ")).toBe("  one\n  two ");
});

test.each([
  ["integer", "1,200", 1200],
  ["integer", "3万", 30000],
  ["integer", "12.0", 12],
  ["integer", "12.5", "not_an_integer"],
  ["integer", "12%", "not_a_number"],
  ["integer", "9007199254740993", "not_an_integer"],
  ["integer", "many", "not_a_number"],
  ["decimal", "12.50", "12.5"],
  ["decimal", "12.5%", "0.125"],
  ["decimal", "soon", "not_a_number"],
  ["money", "3.5万元", "35000"],
  ["money", "港币500", { amount: "500", currency: "HKD" }],
  ["money", "12%", "not_money"],
  ["money", "免费", "not_money"],
  ["percent", "20", "20"],
  ["percent", "20%", "20"],
  ["percent", "5‰", "0.5"],
  ["percent", "$20", "not_a_percent"],
] as const)("a cell of a field of the kind %s: %s", (kind, cell, value) =>
  expect(read(kind, cell)).toEqual(value),
);

test("the unit of the column multiplies what names none, exactly", () => {
  const inTens = { unit: { factor: "10000" } };
  expect(read("money", "12.35", inTens)).toBe("123500");
  expect(read("money", "12.35万", inTens)).toBe("123500");
  expect(read("money", "0.1", { unit: { factor: "100000000", currency: "USD" } })).toEqual({
    amount: "10000000",
    currency: "USD",
  });
  expect(read("money", "€5", { unit: { factor: "1", currency: "USD" } })).toEqual({
    amount: "5",
    currency: "EUR",
  });
});

test("percentages are read as the column's unit says; a sign of its own stands against it", () => {
  const fraction = { unit: { factor: "1", percent: "fraction" } } as const;
  expect(read("percent", "0.2", fraction)).toBe("20");
  expect(read("percent", "20%", fraction)).toBe("20");
  expect(read("percent", "5", { unit: { factor: "1", percent: "permille" } })).toBe("0.5");
  expect(read("percent", "0.2", { unit: { factor: "1", percent: "points" } })).toBe("0.2");
});

test("where nothing says what 0.2 means it is asked; 20 is no question", () => {
  const doubtful = { areFractionsDoubtful: true };
  expect([read("percent", "0.2", doubtful), read("percent", "1", doubtful)]).toEqual([
    "ambiguous_percent",
    "ambiguous_percent",
  ]);
  expect([read("percent", "20", doubtful), read("percent", "0", doubtful)]).toEqual(["20", "0"]);
  expect(["0.5", "-0.5", ".5", "1", "-1.0"].every(isFraction)).toBe(true);
  expect(["0", "0.0", "1.5", "20", "-2"].some(isFraction)).toBe(false);
});

test("a mark that nobody has settled is asked for only where the cell has two readings", () => {
  const asked = { decimalMark: "ask" } as const;
  expect([read("money", "3.100", asked), read("money", "12.5", asked), read("money", "1200", asked)]).toEqual(
    ["ambiguous_number", "12.5", "1200"],
  );
  // A whole number has no decimals that could be meant: the mark of its column decides.
  expect([read("integer", "3,100", asked), read("integer", "3.100", { decimalMark: "comma" })]).toEqual([
    3100, 3100,
  ]);
});

test("what a workbook knows of a cell comes before what it shows", () => {
  expect(read("money", "12.35", { mark: { value: "12.3456", number: true }, decimalMark: "comma" })).toBe(
    "12.3456",
  );
  expect(read("money", "1,5", { mark: { value: "1.5", number: true, factor: "10000" } })).toBe("15000");
  expect(read("money", "5", { mark: { currency: "JPY" } })).toEqual({ amount: "5", currency: "JPY" });
});

test.each([
  ["Wang.Li@Example.COM", "wang.li@example.com"],
  ["ｗａｎｇ＠example.com", "wang@example.com"],
  ["a@b", "not_an_email"],
  ["a@b.com;c@d.com", "not_an_email"],
  ["王丽 <wang@example.com>", "not_an_email"],
])("mail %s", (cell, value) => expect(read("email", cell)).toBe(value));

test.each([
  ["example.com", "https://example.com"],
  ["http://example.com/a?b=1", "http://example.com/a?b=1"],
  ["example.com:8080/x", "https://example.com:8080/x"],
  ["javascript:alert(1)", "not_a_url"],
  ["ftp://example.com", "not_a_url"],
  ["intranet", "not_a_url"],
])("web address %s", (cell, value) => expect(read("url", cell)).toBe(value));

test("options: each once, in the order of the cell; one that is unknown is named with those there are", () => {
  expect(read("multiselect", "乙、First；b")).toEqual(["b", "a"]);
  const parsed = parseCell(fieldOf("multiselect"), "甲、丙", SHANGHAI);
  expect(parsed.ok ? null : [parsed.reason.code, parsed.reason.params?.["cell"]]).toEqual([
    "unknown_option",
    "丙",
  ]);
  expect(read("select", "甲、乙")).toBe("unknown_option");
});

test("an address is taken apart, JSON is taken as it is, files are named one after the other", () => {
  expect(read("address", "江苏省苏州市工业园区星湖街328号")).toMatchObject({
    province: "江苏省",
    city: "苏州市",
  });
  expect(read("address", '{"city":"苏州市"}')).toEqual({ city: "苏州市" });
  expect(read("address", "{Suzhou")).toEqual(expect.any(Object));
  expect(read("json", '{"a":[1]}')).toEqual({ a: [1] });
  expect(read("json", "{a}")).toBe("not_json");
  expect(read("file", "a.pdf; b.pdf")).toEqual(["a.pdf", "b.pdf"]);
});

test("a cell that is told of in a refusal is shortened, and the field stands with it", () => {
  const parsed = parseCell(fieldOf("date"), "x".repeat(500), SHANGHAI);
  if (parsed.ok) throw new Error("this is no day");
  expect(parsed.reason.field).toBe("f");
  expect(String(parsed.reason.params?.["cell"]).length).toBeLessThan(200);
});
