import { expect, test } from "vitest";
import { parseOptions, parseReading } from "./parse-options.ts";

const faults = (given: unknown) => {
  const parsed = parseOptions(given, () => undefined);
  return parsed.ok ? [] : parsed.reasons.map(({ code, field }) => `${code} ${field ?? ""}`);
};

test("every fault of the shape is told at once, with its place", () => {
  expect(
    faults({
      dry_run: "yes",
      match: ["a", 3],
      on_match: "sometimes",
      extra: 1,
      mapping: {
        a: { by: 3 },
        b: 7,
        c: ["name", { field: "x", odd: 1 }, 3],
        d: { field: "y", values: { cell: [1] }, create: "z", part: "half" },
      },
      constants: { e: null, f: { value: {} } },
      gates: { override: { reason: " " } },
      header_row: 0,
      header_rows: 3,
      delimiter: ";;",
    }).toSorted(),
  ).toEqual(
    [
      "not_text object",
      "not_a_flag dry_run",
      "not_texts match",
      "not_one_of on_match",
      "unknown_setting extra",
      "field_required mapping.a",
      "not_an_object mapping.b",
      "unknown_setting mapping.c.1.odd",
      "not_an_object mapping.c.2",
      "not_text mapping.d.values.cell",
      "not_cells mapping.d.create",
      "not_one_of mapping.d.part",
      "not_text constants.e.value",
      "not_text constants.f.value",
      "reason_required gates.override.reason",
      "not_a_row header_row",
      "not_one_of header_rows",
      "not_a_separator delimiter",
    ].toSorted(),
  );
  expect(faults([])).toEqual(["not_an_object options"]);
});

test("then what is not there", () => {
  expect(
    faults({
      object: "moon",
      encoding: "klingon",
      mapping: { a: { field: "x", unit: "parsec" }, b: "" },
      constants: { "amount:half": 3 },
    }),
  ).toEqual([
    "unknown_object object",
    "unknown_unit mapping.a.unit",
    "not_one_of constants.amount:half.part",
    "not_one_of encoding",
  ]);
});

test("a form says the same in texts", () => {
  expect(parseReading({ object: "account", header_row: "3", sheet: "", header_rows: "2" })).toEqual({
    options: { headerRow: 3, headerRows: 2 },
    reasons: [],
  });
  expect(parseReading({ header_row: "three" }).reasons.map(({ code }) => code)).toEqual(["not_a_row"]);
});
