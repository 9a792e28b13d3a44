import fc from "fast-check";
import { expect, test } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { parseCell } from "./parse-cell.ts";
import { printCell } from "./print-cell.ts";
import { quoteCell, unquoteCell } from "../../../../shared/text/csv.ts";

const named = { name: "f", label: label("字段", "Field") };
const OPTIONS = [
  { name: "won", label: label("赢单", "Won") },
  { name: "lost", label: label("赢单", "Lost") },
  { name: "both", label: label("赢、输", "won") },
];
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
    const plain = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`.replace(/\.?0+$/, "");
    return digits < 0n && plain !== "0" ? `-${plain}` : plain;
  });
const micro = fc
  .tuple(
    fc.date({ min: new Date("1950-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([at, fraction]) => `${at.toISOString().slice(0, 19)}.${String(fraction).padStart(6, "0")}Z`);
const CASES: readonly (readonly [Field, fc.Arbitrary<WireValue>])[] = [
  [
    { ...named, kind: "text" },
    fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== ""),
  ],
  [
    { ...named, kind: "long_text" },
    fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.trim() !== ""),
  ],
  [{ ...named, kind: "integer" }, fc.maxSafeInteger()],
  [{ ...named, kind: "decimal" }, decimal],
  [{ ...named, kind: "percent" }, decimal],
  [{ ...named, kind: "boolean" }, fc.boolean()],
  [
    { ...named, kind: "date" },
    fc
      .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  ],
  [{ ...named, kind: "datetime" }, micro],
  [{ ...named, kind: "select", options: OPTIONS }, fc.constantFrom("won", "lost", "both")],
  [
    { ...named, kind: "multiselect", options: OPTIONS },
    fc.subarray(["won", "lost", "both"], { minLength: 1 }),
  ],
  [{ ...named, kind: "json" }, fc.dictionary(fc.string(), fc.string())],
];

test.each(CASES)(
  "$kind: reading back a printed cell gives the value, in both languages and any zone",
  (field, values) =>
    fc.assert(
      fc.property(
        values,
        fc.constantFrom("zh-CN" as const, "en" as const),
        fc.constantFrom("Asia/Shanghai", "America/New_York", "UTC"),
        (value, language, zone) => {
          const cell = unquoteCell(quoteCell(printCell(field, value, { language, zone })));
          expect(parseCell(field, cell, { zone })).toEqual({ ok: true, value });
        },
      ),
      { numRuns: 200 },
    ),
);
