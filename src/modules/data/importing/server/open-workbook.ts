import { type Result, accept } from "../../../../engine/public.ts";
import { unpackEntry, zipEntries } from "./check-zip.ts";
import { BrokenFile, LIMITS, type RawRow, refuseFile, type Upload } from "./sheet.ts";
import { filledRows, type MergedRange } from "./xlsx/merged-cells.ts";
import {
  type Archive,
  readStrings,
  readStyles,
  readWorkbook,
  type Workbook,
  type WorkbookSheet,
} from "./xlsx/read-workbook.ts";
import { type SheetContext, SheetRows } from "./xlsx/sheet-xml.ts";

const MAX_SHEET = 2 * 1024 * 1024 * 1024;

async function readAll(upload: Upload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await upload.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** An opened workbook, from which one sheet is read. */
export interface Opened {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly context: SheetContext;
}

/** The rows of a sheet as they stand in the file. */
export async function* rawRows(
  { archive, context }: Opened,
  { entry }: WorkbookSheet,
): AsyncGenerator<RawRow> {
  const [reader, decoder] = [new SheetRows(context), new TextDecoder()];
  let line = 0;
  try {
    for await (const chunk of unpackEntry(archive.zip, entry, {
      bytes: Math.min(entry.size, MAX_SHEET),
      run: LIMITS.row,
    }))
      for (const row of reader.add(decoder.decode(chunk, { stream: true }))) {
        line = row.line;
        yield row;
      }
  } catch (error) {
    if (error instanceof BrokenFile && error.code === "damaged_archive")
      throw new BrokenFile("damaged", { row: line });
    throw error;
  }
}

/** The first rows that hold something. */
export async function headOf(
  opened: Opened,
  sheet: WorkbookSheet,
  merged: readonly MergedRange[],
  count: number,
): Promise<RawRow[]> {
  const head: RawRow[] = [];
  for await (const row of filledRows(rawRows(opened, sheet), merged)) {
    head.push(row);
    if (head.length >= count) break;
  }
  return head;
}

/** Unpacks what all sheets of a workbook share; refuses what is none. */
export async function openWorkbook(upload: Upload): Promise<Result<Opened>> {
  const zip = await readAll(upload);
  const entries = zipEntries(zip);
  if (!entries) return refuseFile("damaged_archive");
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return refuseFile("unpacks_too_large");
  if (names.has("xl/workbook.bin")) return refuseFile("binary_workbook");
  if ([...names].some((name) => name.endsWith(".iwa") || name === "index.zip"))
    return refuseFile("numbers_file");
  if (names.has("content.xml") && names.has("mimetype")) return refuseFile("open_document");
  const archive: Archive = { zip, entries };
  const workbook = await readWorkbook(archive);
  if (!workbook || workbook.sheets.length === 0) return refuseFile("not_a_table");
  const [strings, formats] = [
    await readStrings(archive, workbook.strings),
    await readStyles(archive, workbook.styles),
  ];
  return accept({ archive, workbook, context: { strings, formats, is1904: workbook.is1904 } });
}
