import { streamXlsxRows } from "hucre/xlsx";
import { accept, type Result } from "../../../engine/refusal.ts";
import { inflateEntry, zipEntries } from "./check-zip.ts";
import { boundedRows, BrokenFile, LIMITS, refuseFile, type Sheet, tidyHeader, type Upload } from "./sheet.ts";

/** Parts that are held in memory while the rows stream: shared texts, styles, the workbook. */
const HELD = /^(\[Content_Types\]\.xml|.*\.rels|xl\/(workbook|sharedStrings|styles)\.xml)$/i;
const MAX_HELD = 256 * 1024 * 1024;
const MAX_SHEET = 2 * 1024 * 1024 * 1024;
const ERRORS = new Set(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"]);

/** A cell as text: dates as the sheet shows them, numbers with the 15 digits a spreadsheet keeps. Error values are empty. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? plainNumber(value) : "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    return iso.slice(11, 19) === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  }
  const text = String(value);
  return ERRORS.has(text) ? "" : text;
}
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(Number(value.toPrecision(15)));
  return text.includes("e")
    ? Number(text)
        .toFixed(Math.min(100, 15 + Number(/e-(\d+)/.exec(text)?.[1] ?? 0)))
        .replace(/0+$/, "")
    : text;
}

async function readAll(upload: Upload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await upload.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (_, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name.toLowerCase()] ?? "";
  });

/** The sheets' names, once it is sure that unpacking is harmless. */
async function inspectWorkbook(zip: Buffer): Promise<Result<readonly string[]>> {
  const entries = zipEntries(zip);
  const workbook = entries?.find(({ name }) => name.toLowerCase() === "xl/workbook.xml");
  if (!entries || !workbook) return refuseFile("not_a_table");
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) return refuseFile("unpacks_too_large");
  let held = 0;
  for (const entry of entries) {
    const isHeld = HELD.test(entry.name);
    if (!isHeld && !/^xl\/worksheets\//i.test(entry.name)) continue;
    if (isHeld) held += entry.size;
    const unpacked = held > MAX_HELD ? null : await inflateEntry(zip, entry, { bytes: Math.min(entry.size, isHeld ? MAX_HELD : MAX_SHEET), run: LIMITS.row });
    if (unpacked === null) return refuseFile("unpacks_too_large");
  }
  const xml = (await inflateEntry(zip, workbook, { bytes: 4 * 1024 * 1024, keep: true }))?.toString("utf8") ?? "";
  return accept([...xml.matchAll(/<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g)].map((found) => unescapeXml(found[1] ?? "")));
}

async function* records(zip: Buffer, sheet: number): AsyncGenerator<string[]> {
  let index = 0;
  try {
    for await (const row of streamXlsxRows(zip, { sheet })) {
      index = row.index;
      const cells = row.values.map(cellText);
      while (cells.at(-1) === "") cells.pop();
      if (cells.length > 0) yield cells;
    }
  } catch (error) {
    if (error instanceof BrokenFile) throw error;
    throw new BrokenFile("damaged", { row: index });
  }
}
async function* withoutHeader(rows: AsyncGenerator<string[]>): AsyncGenerator<string[]> {
  let first = true;
  for await (const row of rows) {
    if (!first) yield row;
    first = false;
  }
}

/** Opens a workbook: the packed file is held, its rows stream. */
export async function openXlsx(upload: Upload, wanted?: string): Promise<Result<Sheet>> {
  const zip = await readAll(upload);
  const names = await inspectWorkbook(zip);
  if (!names.ok) return names;
  const index = wanted === undefined ? 0 : names.value.indexOf(wanted);
  if (index < 0) return refuseFile("no_such_sheet", { sheet: wanted ?? "", sheets: names.value.join(", ").slice(0, 500) });
  let header: string[] = [];
  try {
    for await (const row of records(zip, index)) {
      header = tidyHeader(row);
      break;
    }
  } catch (error) {
    if (error instanceof BrokenFile) return refuseFile(error.code, error.params);
    throw error;
  }
  if (header.length === 0) return refuseFile("no_header");
  if (header.length > LIMITS.columns) return refuseFile("too_many_columns", { limit: LIMITS.columns });
  return accept({ header, format: "xlsx", sheets: names.value, rows: () => boundedRows(withoutHeader(records(zip, index))) });
}
