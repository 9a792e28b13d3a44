import {
  choice,
  list,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import type { Encoding } from "./encodings.ts";

/** How a file is to be read; what is absent is found out. */
export interface ReadingOptions {
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** The sheet with the lines of its documents; "-" for none. */
  readonly linesSheet?: string;
  /** Of a text file. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** The row of the file, from 1, in which the column titles stand. */
  readonly headerRow?: number;
  /** Titles over one row or two. */
  readonly headerRows?: 1 | 2;
  /** Rows that the sheet hides. */
  readonly hiddenRows?: "read" | "skip";
  /** Rows of sums, left out unless they are asked for. */
  readonly totalRows?: "read" | "skip";
}

export const NOTICE_CODES = [
  "damaged_text",
  "rows_above_titles",
  "two_title_rows",
  "hidden_rows_read",
  "hidden_rows_skipped",
  "hidden_columns_read",
  "hidden_sheets",
  "total_rows_read",
  "total_rows_skipped",
  "columns_left_out",
  "lines_sheet",
  "small_percents",
  "error_cells",
  "formulas_without_value",
  "merged_cells_filled",
  "shortened_numbers",
  "rounded_numbers",
  "unit_of_title",
  "titles_again",
  "second_table",
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Where in the file. */
const Place = object({
  /** 1 is the first row under the titles. */
  row: whole(),
  /** The row of the file, as a spreadsheet numbers it. */
  line: whole(),
  /** The title of the column. */
  column: text(),
  cell: text(),
});
export type Place = Static<typeof Place>;
/** Something about a file that whoever imports it should know; it refuses nothing. */
export const FileNotice = object({
  code: choice(...NOTICE_CODES),
  message: text(),
  count: whole(),
  /** The first few. */
  places: list(Place),
});
export type FileNotice = Static<typeof FileNotice>;

/** What was decided for a column; "ask": nothing in the file decides it, and the mapping does not say. */
export const settings = {
  decimal_mark: optional(choice("point", "comma", "ask")),
  date_order: optional(choice("mdy", "dmy", "ymd", "ask")),
  unit: optional(text()),
};
const ColumnReading = object({ column: text(), field: nullable(text()), ...settings });
export type ColumnReading = Static<typeof ColumnReading>;

export const reading = {
  format: choice("csv", "xlsx"),
  encoding: nullable(text()),
  delimiter: nullable(text()),
  sheet: nullable(text()),
  lines_sheet: nullable(text()),
  header_row: whole(),
  header_rows: whole(),
};
const FileReading = object(reading);
/** How a file was read, as inspection and import tell it. */
export type FileReading = Static<typeof FileReading>;
/** `columns`: what was decided for whole columns. */
export const ImportReading = object({ ...reading, columns: list(ColumnReading) });
export type ImportReading = Static<typeof ImportReading>;
