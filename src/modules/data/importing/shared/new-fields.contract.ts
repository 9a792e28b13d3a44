import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { DEFINED } from "../../../../shared/wire/objects.contract.ts";
import {
  choice,
  closed,
  data,
  list,
  object,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

export const NEW_KINDS = [
  "text",
  "long_text",
  "integer",
  "decimal",
  "money",
  "percent",
  "date",
  "datetime",
  "select",
  "boolean",
  "phone",
  "email",
  "url",
] as const;
const NewKind = choice(...NEW_KINDS);
/** Kinds of field that a column of a file can become. */
export type NewKind = Static<typeof NewKind>;

const options = { minItems: 1, maxItems: 200 };
/** What a column would be as a field of its own. */
export const SuggestedField = object({
  label: text(),
  kind: NewKind,
  /** The different values of the column, where they are few. */
  options: optional(list(text())),
});
export type SuggestedField = Static<typeof SuggestedField>;

const NewField = closed({
  column: text({ maxLength: 1000 }),
  label: text({ minLength: 1, maxLength: 100, pattern: "\\S" }),
  kind: NewKind,
  options: optional(list(text({ minLength: 1, maxLength: 100 }), options)),
});
export type NewField = Static<typeof NewField>;

export const makeColumnFields = contract({
  method: "POST",
  path: "/imports/fields",
  tag: "imports",
  summary: label("为文件的列新建字段", "Make fields for columns of a file"),
  description: label(
    "为文件中没有对应字段的列一次新建字段（含选项），全部成功或全部不建；返回每一列的字段名。",
    "Makes fields, with their options, for columns that have none: all of them or none. Answers with the field of each column.",
  ),
  body: object({
    object: text({ maxLength: 60 }),
    columns: list(NewField, { minItems: 1, maxItems: 200 }),
  }),
  answer: data(list(object({ column: text(), field: text() }))),
  errors: { ...DEFINED, unknown: 404, unknown_object: 422 },
});
