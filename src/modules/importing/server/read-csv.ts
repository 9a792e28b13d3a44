import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { accept, type Result } from "../../../engine/refusal.ts";
import { unquoteCell } from "../shared/quote-cell.ts";
import { decodeText, detectEncoding, type Encoding } from "./decode-text.ts";
import { boundedRows, BrokenFile, LIMITS, refuseFile, type Sheet, tidyHeader, type Upload } from "./sheet.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter that cuts the first lines into the most columns, the same number each. Text in quotes does not count. */
export function detectDelimiter(head: string): string {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    return first === 0 ? 0 : first * (counts.filter((count) => count === first).length / counts.length);
  };
  return DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

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

async function* records(upload: Upload, encoding: Encoding, delimiter: string): AsyncGenerator<string[]> {
  const source = await upload.open();
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LIMITS.row });
  const text = Readable.from(decodeText(source, encoding));
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let count = 0;
  try {
    for await (const record of parser) {
      count += 1;
      const cells: string[] = record;
      yield cells.map(unquoteCell);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") throw new BrokenFile("open_quote", { row: count });
    throw new BrokenFile("damaged", { row: count });
  } finally {
    text.destroy();
    source.destroy();
  }
}

async function* withoutHeader(rows: AsyncGenerator<string[]>): AsyncGenerator<string[]> {
  let first = true;
  for await (const row of rows) {
    if (!first) yield row;
    first = false;
  }
}

/** Opens a CSV: encoding and delimiter are found out, rows stream. */
export async function openCsv(upload: Upload): Promise<Result<Sheet>> {
  const encoding = await detectEncoding(await upload.open());
  if (encoding === null) return refuseFile("not_a_table");
  const delimiter = detectDelimiter(await readHead(upload, encoding));
  let header: string[] = [];
  try {
    for await (const row of records(upload, encoding, delimiter)) {
      header = tidyHeader(row);
      break;
    }
  } catch (error) {
    if (error instanceof BrokenFile) return refuseFile(error.code, error.params);
    throw error;
  }
  if (header.length === 0) return refuseFile("no_header");
  if (header.length > LIMITS.columns) return refuseFile("too_many_columns", { limit: LIMITS.columns });
  return accept({ header, format: "csv", encoding, delimiter, rows: () => boundedRows(withoutHeader(records(upload, encoding, delimiter))) });
}
