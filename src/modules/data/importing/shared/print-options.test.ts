import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { ImportOptionsInput } from "./given-options.contract.ts";
import { parseOptions } from "./parse-options.ts";
import { printOptions } from "./print-options.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const parsed = (given: unknown) => {
  const read = parseOptions(given, (name) => catalog.object(name));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.options;
};

const WHOLE = {
  object: "opportunity",
  dry_run: true,
  match: ["external_id"],
  on_match: "skip",
  empty: "clear",
  save_as: "每周",
  sheet: "商机",
  encoding: "gb18030",
  delimiter: ";",
  header_row: 3,
  header_rows: 2,
  hidden_rows: "skip",
  total_rows: "read",
  gates: { override: { reason: "approved on paper" } },
  mapping: {
    编号: { field: "external_id" },
    金额: { field: "amount", unit: "万元", decimal_mark: "comma" },
    客户: {
      field: "account",
      by: ["name"],
      missing: "create",
      create: ["Acme"],
      skip: ["-"],
      values: { A: "Acme" },
    },
    日期: [{ field: "close_date", date_order: "dmy" }, { stage_entered: "won" }],
  },
  constants: { "amount:currency": { value: "CNY" }, source: { value: "fair", values: { fair: null } } },
};

test("options are printed as they may be given again, and mean the same", () => {
  const options = parsed(WHOLE);
  const printed = printOptions(options);
  expect(fits(ImportOptionsInput, printed)).toBe(true);
  expect(printed).toEqual(WHOLE);
  expect(parsed(printed)).toEqual(options);
});

test("what is left out is said as it will be done", () => {
  const printed = printOptions(parsed({ object: "account" }));
  expect(printed).toEqual({ object: "account", dry_run: false, on_match: "update", empty: "keep" });
});

test("names are taken as they are meant: one for a list, other spellings of an encoding, a short name", () => {
  const options = parsed({
    object: "account",
    match: "name",
    encoding: "GBK",
    save_as: "x".repeat(80),
    mapping: { A: "name", B: "", C: null, D: { field: "owner", by: "email" } },
    constants: { employees: 12, type: { value: true } },
  });
  expect(options).toMatchObject({ match: ["name"], encoding: "gb18030" });
  expect(options.saveAs).toHaveLength(60);
  expect(options.mapping).toEqual({ A: { field: "name" }, D: { field: "owner", by: ["email"] } });
  expect(options.constants?.map(({ value }) => value)).toEqual(["12", "true"]);
});

test("every field that a mapping, a constant or a match names must be there, lines included", () => {
  const read = parseOptions(
    {
      object: "price_book",
      match: ["nowhere"],
      mapping: { a: "moon", b: "entries.product", c: "entries.moon", d: "history", e: ["name", "sun"] },
      constants: { stars: 1 },
    },
    (name) => catalog.object(name),
  );
  expect(read.ok ? [] : read.reasons.map(({ code, field }) => `${code} ${field}`)).toEqual([
    "unknown_field match",
    "unknown_field mapping.a",
    "unknown_field mapping.c",
    "unknown_field mapping.e",
    "unknown_field constants.stars",
  ]);
});
