import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Result, accept } from "../../../../engine/public.ts";
import type { Encoding } from "../shared/encodings.ts";
import { unquoteCell } from "../../../../shared/text/csv.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import { decodeText } from "./decode-text.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { detectDelimiter, separatorLine } from "./detect-delimiter.ts";
import { findTitles, HEAD_ROWS } from "./find-titles.ts";
import { BrokenFile, dataRows, LIMITS, type RawRow, refuseFile, type Sheet, type Upload } from "./sheet.ts";

async function readHead(upload: Upload, encoding: Encoding): Promise<string> {
  const stream = await upload.open();
  let head = "";
  for await (const piece of decodeText(stream, encoding)) {
    head += piece;
    if (head.length > 65_536) break;
  }
  stream.destroy();
  return head;
}

interface Format {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** The first line only names the separator. */
  readonly hasSeparatorLine: boolean;
}

async function* records(
  upload: Upload,
  { encoding, delimiter, hasSeparatorLine }: Format,
): AsyncGenerator<RawRow> {
  const source = await upload.open();
  // Files put together out of several have several ends of lines.
  const parser = parse({
    record_delimiter: ["\r\n", "\n", "\r"],
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.row,
  });
  const text = Readable.from(decodeText(source, encoding));
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let line = 0;
  try {
    for await (const record of parser) {
      line += 1;
      if (line === 1 && hasSeparatorLine) continue;
      const cells: string[] = record;
      yield { line, cells: cells.map(unguardCell) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE")
      throw new BrokenFile("open_quote", { row: Math.max(1, line) });
    throw new BrokenFile("damaged", { row: line });
  } finally {
    text.destroy();
    source.destroy();
  }
}

/** Without what only makes a spreadsheet keep a cell as text: an apostrophe, or ="00123". */
function unguardCell(cell: string): string {
  if (cell.startsWith("=")) return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  return cell.startsWith("'") ? unquoteCell(cell) : cell;
}

/** Opens a CSV: encoding, separator and the row of titles are found out unless told; rows stream. */
export async function openCsv(
  upload: Upload,
  options: ReadingOptions,
  isTitle: (cell: string) => boolean,
): Promise<Result<Sheet>> {
  const encoding = options.encoding ?? (await detectEncoding(await upload.open()));
  if (encoding === null) return refuseFile("not_a_table");
  const text = await readHead(upload, encoding);
  if (/^\s*<(?:!doctype|html|table|\?xml|meta)/i.test(text.slice(0, 200))) return refuseFile("web_page");
  const named = separatorLine(text);
  const format: Format = {
    encoding,
    delimiter: options.delimiter ?? named ?? detectDelimiter(text),
    hasSeparatorLine: named !== null,
  };
  const head: RawRow[] = [];
  for await (const row of records(upload, format)) {
    head.push(row);
    if (head.length >= Math.max(HEAD_ROWS, (options.headerRow ?? 0) + 2)) break;
  }
  const titles = findTitles(head, { headerRow: options.headerRow, headerRows: options.headerRows, isTitle });
  if (!titles)
    return options.headerRow === undefined
      ? refuseFile("no_header")
      : refuseFile("no_header_row", { row: options.headerRow });
  if (titles.header.length > LIMITS.columns) return refuseFile("too_many_columns", { limit: LIMITS.columns });
  const above = head.filter(
    ({ line, cells }) => line < titles.row && cells.some((cell) => cell.trim() !== ""),
  ).length;
  return accept({
    header: titles.header,
    format: "csv",
    encoding,
    delimiter: format.delimiter,
    titles,
    head,
    notices: [
      ...(above > 0
        ? [{ code: "rows_above_titles" as const, count: above, params: { row: titles.row } }]
        : []),
      ...(titles.rows === 2
        ? [{ code: "two_title_rows" as const, count: 2, params: { row: titles.row } }]
        : []),
    ],
    rows: (heard) =>
      dataRows(records(upload, format), {
        below: titles.row + titles.rows - 1,
        header: titles.header,
        isTitle,
        readTotals: options.totalRows === "read",
        heard,
      }),
  });
}
