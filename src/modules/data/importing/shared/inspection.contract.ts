import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  list,
  literal,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { SuggestedField } from "./new-fields.contract.ts";
import { FILE_FAULTS } from "./file-faults.ts";
import { FieldPart, ImportOptionsInput, Missing } from "./given-options.contract.ts";
import { FileNotice, reading, settings } from "./reading.contract.ts";

/** How a file is to be read; what is absent is found out. */
const choices = {
  sheet: optional(text({ maxLength: 200 })),
  encoding: optional(text({ maxLength: 20 })),
  delimiter: optional(text({ maxLength: 1 })),
  header_row: optional(whole({ minimum: 1, maximum: 1000 })),
  header_rows: optional(whole({ minimum: 1, maximum: 2 })),
  lines_sheet: optional(text({ maxLength: 200 })),
  hidden_rows: optional(choice("read", "skip")),
  total_rows: optional(choice("read", "skip")),
};
const ReadingChoice = object(choices);
export type ReadingChoice = Static<typeof ReadingChoice>;

const Suggestion = object({
  field: text(),
  by: optional(list(text())),
  missing: optional(Missing),
  part: optional(FieldPart),
  /** 0–1: how sure. */
  confidence: number(),
});
const InspectedColumn = object({
  name: text(),
  samples: list(text()),
  suggestion: nullable(Suggestion),
  /** A column of an own export that the system keeps by itself. */
  kept: optional(literal(true)),
  /** What a column without a field would be as a field of its own. */
  new_field: optional(SuggestedField),
  ...settings,
});
export type InspectedColumn = Static<typeof InspectedColumn>;

const SavedMapping = object({
  name: text(),
  /** The file has the same titles. */
  fits: flag(),
  options: ImportOptionsInput,
});
export type SavedMapping = Static<typeof SavedMapping>;

/** What a file holds, how it was read and how its columns would be mapped. */
const Inspected = object({
  /** Names the file for the import that follows. */
  upload: text(),
  file_name: text(),
  columns: list(InspectedColumn),
  rows: whole(),
  ...reading,
  hidden_rows: choice("read", "skip"),
  total_rows: choice("read", "skip"),
  sheets: list(text()),
  hidden_sheets: list(text()),
  /** The first rows as they stand in the file. */
  head: list(object({ line: whole(), cells: list(text()) })),
  notices: list(FileNotice),
  /** Mappings that were remembered by name, those of the same titles first. */
  saved: list(SavedMapping),
  match: list(text()),
  /** The import whose file it is, with its options: its mapping is changed. */
  from: optional(text()),
  dry_run: optional(flag()),
  failed: optional(whole()),
  options: optional(ImportOptionsInput),
});
export type Inspected = Static<typeof Inspected>;

export const inspectImportFile = contract({
  method: "POST",
  path: "/imports/inspect",
  tag: "imports",
  summary: label("查看文件并建议映射", "Look into a file and suggest its mapping"),
  description: label(
    "读取文件，返回列、样例、编码、日期写法和建议的匹配，什么都不导入。",
    "Reads a file and tells its columns, samples, encoding, order of dates and a suggested mapping; imports nothing.",
  ),
  /** A file that comes along. */
  form: object({ file: text({ format: "binary" }), object: text(), ...choices }),
  /** One that was inspected before, to be read another way, or that of an import. */
  body: oneOf(
    closed({ upload: text({ maxLength: 60 }), object: text({ maxLength: 60 }), ...choices }),
    object({ from: text({ maxLength: 60 }) }),
  ),
  answer: data(Inspected),
  errors: {
    ...FILE_FAULTS,
    file_missing: 400,
    upload_gone: 404,
    not_found: 404,
    file_gone: 410,
    unknown_object: 422,
    invalid_options: 422,
  },
});
