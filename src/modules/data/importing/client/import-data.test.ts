import { expect, test } from "vitest";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected, InspectedColumn } from "../shared/inspection.contract.ts";
import { choicesIn, choicesOf, mappingOf, mappingPath } from "./import-data.ts";

const columns = (...names: string[]): InspectedColumn[] =>
  names.map((name) => ({ name, samples: [], suggestion: null }));
const MAPPING: NonNullable<ImportOptionsInput["mapping"]> = {
  客户: {
    field: "account",
    by: ["name"],
    missing: "create",
    values: { A: "Acme" },
    create: ["B"],
    skip: ["-"],
  },
  金额: { field: "amount", unit: "万元", decimal_mark: "comma" },
  币种: { field: "amount", part: "currency" },
  日期: { field: "close_date", date_order: "dmy", stage_entered: "won" },
  项目: [{ field: "name" }, { field: "description" }],
};

test("a mapping that is shown and sent again says the same, answers to its questions included", () => {
  const choices = choicesIn({ mapping: MAPPING }, columns(...Object.keys(MAPPING)));
  expect(JSON.parse(JSON.stringify(mappingOf(choices)))).toEqual(MAPPING);
});

test("a stage's day that stands as the second plan of a column is shown with its first", () => {
  const given = { 日期: [{ field: "close_date" }, { stage_entered: "won" }] };
  const choices = choicesIn({ mapping: given }, columns("日期"));
  expect(choices["日期"]).toMatchObject({ field: "close_date", entered: "won" });
  expect(mappingOf(choices)["日期"]).toMatchObject({ field: "close_date", stage_entered: "won" });
});

test("columns that the file lacks are left out, as is a column without a field", () => {
  expect(Object.keys(choicesIn({ mapping: MAPPING }, columns("金额", "other")))).toEqual(["金额"]);
  expect(mappingOf({ a: {}, b: { field: "name" }, c: { entered: "won" } })).toEqual({
    b: expect.objectContaining({ field: "name" }),
    c: expect.objectContaining({ stage_entered: "won" }),
  });
});

test("what is suggested becomes the first choice, without how sure it is", () => {
  const suggestion = { field: "account", by: ["name"], missing: "refuse", confidence: 0.9 } as const;
  const inspected = { columns: [{ name: "客户", samples: [], suggestion }, ...columns("other")] };
  expect(choicesOf(inspected as unknown as Inspected)).toEqual({
    客户: { field: "account", by: ["name"], missing: "refuse" },
  });
});

test("the mapping of an import has an address", () =>
  expect(mappingPath({ id: "i-1", object: "lead" })).toBe("/imports/new?object=lead&from=i-1"));
