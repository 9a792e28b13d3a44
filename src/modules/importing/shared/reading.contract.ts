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
export interface Place {
  /** 1 is the first row under the titles. */
  readonly row: number;
  /** The row of the file, as a spreadsheet numbers it. */
  readonly line: number;
  /** The title of the column. */
  readonly column: string;
  readonly cell: string;
}
/** Something about a file that whoever imports it should know; it refuses nothing. */
export interface FileNotice {
  readonly code: NoticeCode;
  readonly message: string;
  readonly count: number;
  /** The first few. */
  readonly places: readonly Place[];
}

/** How a file was read, as inspection and import tell it. */
export interface ColumnReading {
  readonly column: string;
  readonly field: string | null;
  /** "ask": nothing in the file decides it, and the mapping does not say. */
  readonly decimal_mark?: "point" | "comma" | "ask";
  readonly date_order?: "mdy" | "dmy" | "ymd" | "ask";
  readonly unit?: string;
}
export interface ImportReading extends FileReading {
  /** What was decided for whole columns. */
  readonly columns: readonly ColumnReading[];
}
export interface FileReading {
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly lines_sheet: string | null;
  readonly header_row: number;
  readonly header_rows: number;
}
