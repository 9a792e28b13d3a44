import type { Readable } from "node:stream";
import { label, type Label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import { type Result, refuse } from "../../../engine/refusal.ts";

/** An uploaded file, readable as often as needed. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  open(): Promise<Readable>;
}
export interface SheetRow {
  /** 1 is the first row under the header. */
  readonly number: number;
  readonly cells: readonly string[];
}
/** A table of text: what every reader makes of a file. */
export interface Sheet {
  readonly header: readonly string[];
  readonly format: "csv" | "xlsx";
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets?: readonly string[];
  /** Streams; may be called again. Throws `BrokenFile` when the file turns out damaged. */
  rows(): AsyncIterable<SheetRow>;
}

export const LIMITS = { bytes: 200 * 1024 * 1024, rows: 1_000_000, columns: 500, cell: 200_000, row: 2_000_000 } as const;

const TEXTS = defineMessages({
  empty_file: label("文件是空的", "The file is empty"),
  no_header: label("第一行应为列标题", "The first row must hold the column titles"),
  not_a_table: label("不是可读的 CSV 或 XLSX 文件", "This is not a CSV or XLSX file we can read"),
  old_excel: label("这是旧版 Excel 或加密文件，请另存为未加密的 .xlsx 或 .csv", "This is an old or encrypted Excel file; save it as plain .xlsx or .csv"),
  file_too_large: label("文件超过 {limit} MB", "The file is larger than {limit} MB"),
  unpacks_too_large: label("文件解压后过大，已拒绝", "The file unpacks to far too much and was refused"),
  too_many_rows: label("超过 {limit} 行", "More than {limit} rows"),
  too_many_columns: label("超过 {limit} 列", "More than {limit} columns"),
  cell_too_large: label("第 {row} 行有单元格超过 {limit} 个字符", "A cell in row {row} has more than {limit} characters"),
  open_quote: label("第 {row} 行附近有未闭合的引号", "A quotation mark near row {row} is never closed"),
  damaged: label("文件已损坏，第 {row} 行之后无法读取", "The file is damaged and cannot be read after row {row}"),
  no_such_sheet: label("没有名为“{sheet}”的工作表，现有：{sheets}", "There is no sheet “{sheet}”; there are: {sheets}"),
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
export const refuseFile = (code: FileFault, params: Params = {}): Extract<Result<never>, { ok: false }> =>
  refuse({ status: code === "file_too_large" || code === "unpacks_too_large" ? 413 : 422, code, text: TEXTS[code], params });

/** Column titles, each once: empty ones are numbered, repeated ones counted; blank columns at the end are left out. */
export function tidyHeader(cells: readonly string[]): string[] {
  const titles = cells.map((cell) => cell.trim());
  while (titles.at(-1) === "") titles.pop();
  const seen = new Map<string, number>();
  return titles.map((title, index) => {
    const name = title === "" ? `#${index + 1}` : title;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Numbers data rows, leaves blank ones out and stops at the limits. */
export async function* boundedRows(rows: AsyncIterable<readonly string[]>): AsyncGenerator<SheetRow> {
  let number = 0;
  for await (const cells of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    number += 1;
    if (number > LIMITS.rows) throw new BrokenFile("too_many_rows", { limit: LIMITS.rows });
    if (cells.some((cell) => cell.length > LIMITS.cell)) throw new BrokenFile("cell_too_large", { row: number, limit: LIMITS.cell });
    yield { number, cells };
  }
}
