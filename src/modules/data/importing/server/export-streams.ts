import { Readable } from "node:stream";
import { writeXlsxStream } from "hucre/xlsx";
import { csvLines } from "../../../../shared/text/csv.ts";
import type { FieldColumn } from "../shared/field-columns.ts";
import { formatOf } from "../shared/typed-cell.ts";
import { BOM } from "./errors-csv.ts";
import type { Head } from "./export-head.ts";
import { bookText, cellTooLong } from "./workbook-limits.ts";

/** Rows as a CSV that spreadsheets open. */
export const csvStream = (header: readonly string[], rows: AsyncIterable<(string | number)[]>): Readable =>
  Readable.from(csv(header, rows));

/** Rows as a workbook of one sheet with that name. */
export function bookStream(
  { header, shown }: Head,
  rows: AsyncIterable<(string | number)[]>,
  name: string,
): Readable {
  const book = writeXlsxStream(bookRows(rows, header), {
    name: name.slice(0, 31),
    columns: header.map((title, at) => bookColumn(bookText(title), shown[at])),
    freezePane: { rows: 1 },
  });
  return Readable.from(chunks(book));
}

/**
 * Rows as a workbook keeps them. A text that has grown too long since it was looked at breaks the file off:
 * it is never cut.
 */
async function* bookRows(
  rows: AsyncIterable<(string | number)[]>,
  header: readonly string[],
): AsyncGenerator<(string | number)[]> {
  for await (const row of rows) {
    if (cellTooLong(header, row, ""))
      throw new Error("a text has grown longer than a cell of a workbook while it was exported");
    yield row.map((cell) => (typeof cell === "string" ? bookText(cell) : cell));
  }
}

/** Its title, and the format of its numbers. */
function bookColumn(title: string, column: FieldColumn | undefined): { header: string; numFmt?: string } {
  const format = column?.shows === "value" ? formatOf(column.field) : undefined;
  return format ? { header: title, numFmt: format } : { header: title };
}

async function* csv(
  header: readonly string[],
  rows: AsyncIterable<(string | number)[]>,
): AsyncGenerator<string> {
  let lines: string[][] = [[...header]];
  let mark = BOM;
  for await (const row of rows) {
    lines.push(row.map(String));
    if (lines.length < 200) continue;
    yield mark + csvLines(lines);
    [lines, mark] = [[], ""];
  }
  if (lines.length > 0) yield mark + csvLines(lines);
}
async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
