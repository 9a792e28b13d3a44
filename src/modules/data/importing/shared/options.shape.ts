import { label } from "../../../../shared/i18n/label.ts";
import {
  ANY_NAME,
  choice,
  closed,
  flag,
  list,
  literal,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { noted } from "../../../../shared/wire/shape-notes.ts";
import { FieldPart, Missing } from "./given-options.contract.ts";
import { DATE_ORDERS } from "./date-order.ts";

/** What is no empty text. */
const given = () => text({ minLength: 1 });
const Word = noted(given(), { code: "not_text", wanted: label("文字", "text") });
const Names = noted(oneOf(given(), list(given(), { maxItems: 5 })), {
  code: "not_texts",
  wanted: label("字段名或字段名列表", "a field name or a list of them"),
});
const Cells = noted(list(text(), { maxItems: 10_000 }), {
  code: "not_cells",
  wanted: label("单元格内容的列表", "a list of cell values"),
});
const Scalar = oneOf(text(), number(), flag());
const Meant = noted(nullable(Scalar), { code: "not_text", wanted: label("文字", "text") });

const plan = {
  by: optional(Names),
  missing: optional(Missing),
  values: optional(mapOf(Meant, { names: ANY_NAME })),
  create: optional(Cells),
  skip: optional(Cells),
  part: optional(FieldPart),
  date_order: optional(choice(...DATE_ORDERS)),
  decimal_mark: optional(choice("point", "comma")),
  unit: optional(Word),
};
/** Where a column goes: into a field, or it tells when a stage was entered. */
const PlanShape = noted(
  oneOf(
    closed({ ...plan, field: Word, stage_entered: optional(Word) }),
    closed({ ...plan, field: optional(Word), stage_entered: Word }),
  ),
  {
    code: "field_required",
    alone: true,
    wanted: label("含有 field 或 stage_entered 的设置", "given with field or stage_entered"),
  },
);
export type PlanShape = Static<typeof PlanShape>;
const notes = { code: "not_an_object", alone: true, wanted: label("一个 JSON 对象", "a JSON object") };
const Entry = noted(nullable(oneOf(text(), PlanShape, list(noted(oneOf(given(), PlanShape), notes)))), notes);
export type Entry = Static<typeof Entry>;

const Constant = noted(
  oneOf(
    Scalar,
    closed({
      ...plan,
      value: noted(Scalar, { code: "not_text", wanted: label("文字", "text") }),
      field: optional(text()),
      stage_entered: optional(Word),
    }),
  ),
  { code: "not_a_value", alone: true, wanted: label("文字", "text") },
);
export type Constant = Static<typeof Constant>;

const rows = () => optional(choice("read", "skip"));
/** How the file is to be read. */
export const reading = {
  sheet: optional(Word),
  lines_sheet: optional(Word),
  encoding: optional(Word),
  delimiter: optional(
    noted(text({ pattern: '^[^"\\r\\n]$' }), {
      code: "not_a_separator",
      wanted: label("单个分隔符", "a single character"),
    }),
  ),
  header_row: optional(
    noted(whole({ minimum: 1, maximum: 1000 }), {
      code: "not_a_row",
      wanted: label("从 1 开始的行号", "the number of a row, from 1"),
    }),
  ),
  header_rows: optional(oneOf(literal(1), literal(2))),
  hidden_rows: rows(),
  total_rows: rows(),
};
export const ReadingShape = object(reading);
export type ReadingShape = Static<typeof ReadingShape>;

/** The options of POST /imports as they may be given, before anybody asks whether what they name exists. */
export const OptionsShape = closed({
  object: Word,
  dry_run: optional(flag()),
  match: optional(Names),
  on_match: optional(choice("update", "skip")),
  empty: optional(choice("keep", "clear")),
  mapping: optional(mapOf(Entry, { names: ANY_NAME })),
  constants: optional(mapOf(Constant, { names: ANY_NAME })),
  save_as: optional(Word),
  gates: optional(
    closed({
      override: optional(
        noted(object({ reason: text({ pattern: "\\S" }) }), {
          code: "reason_required",
          wanted: label("特批通过关卡的原因", "the reason for the exception at gates"),
        }),
      ),
    }),
  ),
  ...reading,
});
