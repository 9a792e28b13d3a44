import {
  choice,
  flag,
  list,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

export const Missing = choice("refuse", "create", "empty");
/** What to do with a link whose target is not found. */
export type Missing = Static<typeof Missing>;
const DateOrder = choice("ymd", "mdy", "dmy");
const DecimalMark = choice("point", "comma");
export const FIELD_PARTS = ["amount", "currency", "province", "city", "district", "detail", "code"] as const;
export const FieldPart = choice(...FIELD_PARTS);
/** A part of a compound field that has a column of its own. */
export type FieldPart = Static<typeof FieldPart>;

const plan = {
  /** Links: the fields that find the target, tried in order. */
  by: optional(list(text())),
  missing: optional(Missing),
  /** Cell value → value meant. Null: leave the field empty. */
  values: optional(mapOf(nullable(text()))),
  /** Cell values for which a record is made, and those whose rows are left out. */
  create: optional(list(text())),
  skip: optional(list(text())),
  /** The column is the day this stage was entered; "*" is the stage the row ends in. */
  stage_entered: optional(text()),
  date_order: optional(DateOrder),
  decimal_mark: optional(DecimalMark),
  /** What the column's numbers stand for: 万元, k USD, %; absent: what the column's title says. */
  unit: optional(text()),
};
/** Where one column of the file goes. */
const GivenPlan = object({ field: optional(text()), part: optional(FieldPart), ...plan });
export type GivenPlan = Static<typeof GivenPlan>;

/** Options as POST /imports takes them, told again: what it found out by itself is among them. */
export const ImportOptionsInput = object({
  object: text(),
  dry_run: flag(),
  match: optional(list(text())),
  on_match: choice("update", "skip"),
  empty: choice("keep", "clear"),
  /** By column title; a column may fill several fields. */
  mapping: optional(mapOf(oneOf(GivenPlan, list(GivenPlan)))),
  /** By field, "amount:currency" for a part of one: the value of every row that no column gives one. */
  constants: optional(mapOf(object({ value: text(), ...plan }))),
  save_as: optional(text()),
  gates: optional(object({ override: object({ reason: text() }) })),
  sheet: optional(text()),
  lines_sheet: optional(text()),
  encoding: optional(text()),
  delimiter: optional(text()),
  header_row: optional(whole()),
  header_rows: optional(whole()),
  hidden_rows: optional(choice("read", "skip")),
  total_rows: optional(choice("read", "skip")),
});
export type ImportOptionsInput = Static<typeof ImportOptionsInput>;
