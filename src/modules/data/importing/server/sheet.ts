import type { Readable } from "node:stream";
import { label, type Label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { type Result, refuse } from "../../../../engine/public.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import { FILE_FAULTS } from "../shared/file-faults.ts";
import type { FileReading, NoticeCode } from "../shared/reading.contract.ts";
import { totalsApart } from "./total-rows.ts";

/** An uploaded file, readable as often as needed. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  open(): Promise<Readable>;
}
/** A row of the file, blank ones and titles included. */
export interface RawRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks;
  readonly hidden?: true;
}
export interface SheetRow {
  /** 1 is the first row under the titles; blank rows do not count. */
  readonly number: number;
  /** As a spreadsheet numbers it, from 1; absent where a row was kept without it. */
  readonly line?: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks;
  /** Rows that go on with the same document. */
  readonly lines?: readonly SheetRow[];
}
/** Something found while a file was opened. */
export interface OpeningNotice {
  readonly code: NoticeCode;
  readonly count: number;
  readonly params?: Readonly<Record<string, string | number>>;
}
/** A table of text: what every reader makes of a file. */
export interface Sheet {
  readonly header: readonly string[];
  readonly format: "csv" | "xlsx";
  readonly encoding?: string;
  readonly delimiter?: string;
  /** All of a workbook, those that are hidden included. */
  readonly sheets?: readonly string[];
  readonly hiddenSheets?: readonly string[];
  readonly sheet?: string;
  /**
   * The sheet with the lines of the documents; "-" for none. Absent where the object has no lines or the file
   * one sheet.
   */
  readonly linesSheet?: string;
  /** The place of the first column that is of the lines, by their sheet. */
  readonly linesFrom?: number;
  readonly titles: { readonly row: number; readonly rows: 1 | 2 };
  /** The first rows as they stand in the file, to choose the titles from. */
  readonly head: readonly RawRow[];
  readonly notices: readonly OpeningNotice[];
  /** Streams; may be called again. Throws `BrokenFile` when the file turns out damaged. */
  rows(heard?: RowsHeard): AsyncIterable<SheetRow>;
}
/** What is told while rows are read. */
export interface RowsHeard {
  /** A row that the sheet hides, read or not. */
  onHidden(): void;
  tell(notice: OpeningNotice): void;
}
export const readingOf = ({
  format,
  encoding,
  delimiter,
  sheet,
  linesSheet,
  titles,
}: Sheet): FileReading => ({
  format,
  encoding: encoding ?? null,
  delimiter: delimiter ?? null,
  sheet: sheet ?? null,
  lines_sheet: linesSheet ?? null,
  header_row: titles.row,
  header_rows: titles.rows,
});

export const LIMITS = {
  bytes: 200 * 1024 * 1024,
  rows: 1_000_000,
  columns: 500,
  cell: 200_000,
  row: 2_000_000,
} as const;

const TEXTS = defineMessages({
  empty_file: label("文件是空的", "The file is empty"),
  no_header: label("没有找到列标题", "No column headings were found"),
  no_header_row: label("文件没有第 {row} 行，或该行为空", "The file has no row {row}, or it is empty"),
  json_file: label("这是 JSON 文件，请转换为 CSV 或 XLSX", "This is a JSON file. Convert it to CSV or XLSX"),
  numbers_file: label(
    "这是 Numbers 文件，请在 Numbers 中导出为 Excel 或 CSV",
    "This is a Numbers file. Export it to Excel or CSV from Numbers",
  ),
  not_a_table: label("不是可读取的 CSV 或 XLSX 文件", "This is not a readable CSV or XLSX file"),
  old_excel: label(
    "这是旧版 Excel（.xls）文件，请在 Excel 中另存为 .xlsx 或 .csv",
    "This is an old Excel file (.xls). Save it as .xlsx or .csv in Excel",
  ),
  password_protected: label(
    "文件有打开密码，请去掉密码后另存为 .xlsx",
    "The file is password-protected. Remove the password and save it as .xlsx",
  ),
  binary_workbook: label(
    "这是二进制工作簿（.xlsb），请另存为 .xlsx 或 .csv",
    "This is a binary workbook (.xlsb). Save it as .xlsx or .csv",
  ),
  open_document: label(
    "这是 OpenDocument 表格（.ods），请另存为 .xlsx 或 .csv",
    "This is an OpenDocument sheet (.ods). Save it as .xlsx or .csv",
  ),
  web_page: label(
    "这其实是网页或 XML 格式的表格，请用 Excel 打开后另存为 .xlsx 或 .csv",
    "This is really an HTML or XML table. Open it in Excel and save it as .xlsx or .csv",
  ),
  damaged_archive: label(
    "文件已损坏，无法解压，请重新下载或另存",
    "The file is damaged and cannot be unpacked. Download or save it again",
  ),
  file_too_large: label("文件超过 {limit} MB", "The file is larger than {limit} MB"),
  unpacks_too_large: label("文件解压后过大，无法读取", "The file is too large once unpacked"),
  too_many_rows: label(
    "超过 {limit} 行，请拆分后导入",
    "More than {limit} rows. Split the file and import it in parts",
  ),
  too_many_columns: label(
    "超过 {limit} 列，请减少列后导入",
    "More than {limit} columns. Remove some and import again",
  ),
  cell_too_large: label(
    "第 {row} 行有单元格超过 {limit} 个字符",
    "A cell in row {row} has more than {limit} characters",
  ),
  open_quote: label("第 {row} 行附近有未闭合的引号", "A quotation mark near row {row} is never closed"),
  damaged: label(
    "文件已损坏，第 {row} 行之后无法读取",
    "The file is damaged and cannot be read after row {row}",
  ),
  no_lines: label(
    "工作表“{sheet}”与单据没有相同的列，无法知道每一行属于哪张单据",
    "The sheet “{sheet}” has no column in common with the documents, so its rows cannot be assigned to them",
  ),
  no_such_sheet: label(
    "没有名为“{sheet}”的工作表，现有：{sheets}",
    "There is no sheet called “{sheet}”. The file has: {sheets}",
  ),
});
export type FileFault = keyof typeof TEXTS;
type Params = Readonly<Record<string, string | number>>;

/** A fault found while rows were already flowing. */
export class BrokenFile extends Error {
  readonly code: FileFault;
  readonly params: Params;
  constructor(code: FileFault, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
  get text(): Label {
    return TEXTS[this.code];
  }
}
type Refused = Extract<Result<never>, { ok: false }>;
export const refuseFile = (code: FileFault, params: Params = {}): Refused =>
  refuse({
    status: FILE_FAULTS[code],
    code,
    text: TEXTS[code],
    params,
  });

/** Runs what reads a file; a fault of the file becomes the answer, other errors stay errors. */
export async function orRefused<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BrokenFile) return refuseFile(error.code, error.params);
    throw error;
  }
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

export interface DataRows {
  readonly below: number;
  readonly header: readonly string[];
  readonly isTitle: (cell: string) => boolean;
  readonly skipHidden?: boolean;
  /** Rows of sums are imported like records. */
  readonly readTotals?: boolean;
  readonly heard?: RowsHeard | undefined;
}
const filledCells = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
/** The titles once more, as on every page of a printed list. */
const repeatsTitles = (header: readonly string[], cells: readonly string[]): boolean =>
  filledCells(cells).length >= 2 &&
  cells.every((cell, at) => cell.trim() === "" || cell.trim() === header[at]);
/** Titles of another table below the first one. */
function namesColumns(cells: readonly string[], isTitle: (cell: string) => boolean): boolean {
  const filled = filledCells(cells);
  const names = filled.filter(isTitle).length;
  return names >= 2 && names >= filled.length * 0.6;
}

/**
 * The rows under the titles, numbered; titles that come again are left out, a second table under titles of
 * its own and sums, which are told; blank ones are left out, and so are hidden ones where that was chosen.
 * Stops at the limits.
 */
export async function* dataRows(
  rows: AsyncIterable<RawRow>,
  { below, header, isTitle, skipHidden = false, readTotals = false, heard }: DataRows,
): AsyncGenerator<SheetRow> {
  let number = 0;
  let before = below;
  for await (const { line, cells, marks, hidden } of totalsApart(rows, { below, readTotals, heard })) {
    if (line <= below || (isBlank(cells) && !marks)) continue;
    const isApart = line > before + 1;
    before = line;
    if (repeatsTitles(header, cells)) {
      heard?.tell({ code: "titles_again", count: 1, params: { row: line } });
      continue;
    }
    if (number > 0 && isApart && namesColumns(cells, isTitle)) {
      heard?.tell({ code: "second_table", count: 1, params: { row: line } });
      return;
    }
    if (hidden) heard?.onHidden();
    if (hidden && skipHidden) continue;
    number += 1;
    if (number > LIMITS.rows) throw new BrokenFile("too_many_rows", { limit: LIMITS.rows });
    if (cells.some((cell) => cell.length > LIMITS.cell))
      throw new BrokenFile("cell_too_large", { row: number, limit: LIMITS.cell });
    yield marks ? { number, line, cells, marks } : { number, line, cells };
  }
}
