import { accept, type Result } from "../../../engine/refusal.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import { unpackEntry, zipEntries } from "./check-zip.ts";
import { findTitles, HEAD_ROWS, type Titles } from "./find-titles.ts";
import {
  BrokenFile,
  dataRows,
  LIMITS,
  type OpeningNotice,
  orRefused,
  type RawRow,
  refuseFile,
  type RowsHeard,
  type Sheet,
  type Upload,
} from "./sheet.ts";
import {
  asChosenLines,
  asLines,
  type LinesSheet,
  linesHeader,
  NO_SHEET,
  type Table,
  withLines,
} from "./lines-sheet.ts";
import { readHiddenColumns } from "./xlsx/hidden-columns.ts";
import { filledRows, type MergedRange, readMerged } from "./xlsx/merged-cells.ts";
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
interface Opened {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly context: SheetContext;
}

async function* rawRows({ archive, context }: Opened, { entry }: WorkbookSheet): AsyncGenerator<RawRow> {
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

async function headOf(
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

async function openWorkbook(upload: Upload): Promise<Result<Opened>> {
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

interface Chosen {
  readonly sheet: WorkbookSheet;
  readonly merged: readonly MergedRange[];
  readonly head: readonly RawRow[];
}
/** Sheets looked at for titles. */
const MOST_LOOKED_AT = 10;
const namesFields = (head: readonly RawRow[], isTitle: (cell: string) => boolean): boolean =>
  head.some(({ cells }) => cells.filter(isTitle).length >= 2);

/**
 * The sheet that is wanted, else the first visible one whose titles name fields, else the first that is not
 * empty: some programs put a summary before the tables.
 */
async function chooseSheet(
  opened: Opened,
  options: ReadingOptions,
  isTitle: (cell: string) => boolean,
): Promise<Result<Chosen>> {
  const { sheets } = opened.workbook;
  const named = sheets.filter(({ name }) => name === options.sheet);
  if (options.sheet !== undefined && named.length === 0)
    return refuseFile("no_such_sheet", {
      sheet: options.sheet,
      sheets: sheets
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 500),
    });
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const count = Math.max(HEAD_ROWS, (options.headerRow ?? 0) + 2);
  const wanted = named.length > 0 ? named.slice(0, 1) : visible.length > 0 ? visible : sheets;
  let first: Chosen | undefined;
  for (const [at, sheet] of wanted.entries()) {
    if (first && at >= MOST_LOOKED_AT) break;
    const merged = await readMerged(opened.archive.zip, sheet.entry);
    const head = await headOf(opened, sheet, merged, count);
    if (head.length === 0) continue;
    if (named.length > 0 || namesFields(head, isTitle)) return accept({ sheet, merged, head });
    first ??= { sheet, merged, head };
  }
  if (first) return accept(first);
  return refuseFile("no_header");
}

function openingNotices(
  { workbook }: Opened,
  { sheet, merged, head }: Chosen,
  titles: Titles,
): OpeningNotice[] {
  const above = head.filter(({ line }) => line < titles.row).length;
  const hidden = workbook.sheets.filter((one) => one.isHidden && one !== sheet);
  const filled = merged.filter(({ to }) => to > titles.row + titles.rows - 1).length;
  return [
    ...(above > 0 ? [{ code: "rows_above_titles" as const, count: above, params: { row: titles.row } }] : []),
    ...(titles.rows === 2
      ? [{ code: "two_title_rows" as const, count: 2, params: { row: titles.row } }]
      : []),
    ...(hidden.length > 0
      ? [
          {
            code: "hidden_sheets" as const,
            count: hidden.length,
            params: {
              sheets: hidden
                .map(({ name }) => name)
                .join(", ")
                .slice(0, 300),
            },
          },
        ]
      : []),
    ...(filled > 0 ? [{ code: "merged_cells_filled" as const, count: filled }] : []),
  ];
}

/**
 * Where in a workbook tables are found: the titles of the object's fields, and of its lines' fields where it
 * has any.
 */
export interface KnownTitles {
  readonly isTitle: (cell: string) => boolean;
  readonly isLineTitle?: ((cell: string) => boolean) | undefined;
}

function tableOf(
  opened: Opened,
  { sheet, merged }: Chosen,
  titles: Titles,
  options: ReadingOptions,
  isTitle: (cell: string) => boolean,
): Table {
  const rows = (heard?: RowsHeard) =>
    dataRows(filledRows(rawRows(opened, sheet), merged), {
      below: titles.row + titles.rows - 1,
      header: titles.header,
      isTitle,
      skipHidden: options.hiddenRows === "skip",
      readTotals: options.totalRows === "read",
      heard,
    });
  return { sheet: sheet.name, header: titles.header, rows };
}

/**
 * The sheet with the lines of the documents: the one that is named, else one whose titles are those of lines
 * and whose rows name the documents.
 */
async function findLines(
  opened: Opened,
  documents: Table,
  options: ReadingOptions,
  { isLineTitle }: KnownTitles,
): Promise<Result<LinesSheet | null>> {
  const wanted = options.linesSheet;
  if (wanted === NO_SHEET || !isLineTitle) return accept(null);
  const others = opened.workbook.sheets.filter(
    ({ name, isHidden }) => name !== documents.sheet && (wanted === undefined ? !isHidden : name === wanted),
  );
  for (const sheet of others.slice(0, MOST_LOOKED_AT)) {
    const merged = await readMerged(opened.archive.zip, sheet.entry);
    const head = await headOf(opened, sheet, merged, HEAD_ROWS);
    const titles = findTitles(head, { isTitle: isLineTitle });
    if (!titles || (wanted === undefined && titles.header.filter(isLineTitle).length === 0)) continue;
    const table = tableOf(opened, { sheet, merged, head }, titles, options, isLineTitle);
    const found =
      (await asLines(documents, table)) ??
      (wanted === undefined ? undefined : asChosenLines(documents, table));
    if (found) return accept(found);
  }
  return wanted === undefined ? accept(null) : refuseFile("no_lines", { sheet: wanted });
}

/** Opens a workbook: the packed file is held, its rows stream. */
export const openXlsx = (
  upload: Upload,
  options: ReadingOptions,
  known: KnownTitles,
): Promise<Result<Sheet>> =>
  orRefused(async () => {
    const { isTitle } = known;
    const opened = await openWorkbook(upload);
    if (!opened.ok) return opened;
    const chosen = await chooseSheet(opened.value, options, isTitle);
    if (!chosen.ok) return chosen;
    const { sheet, head } = chosen.value;
    const titles = findTitles(head, {
      headerRow: options.headerRow,
      headerRows: options.headerRows,
      isTitle,
    });
    if (!titles)
      return options.headerRow === undefined
        ? refuseFile("no_header")
        : refuseFile("no_header_row", { row: options.headerRow });
    const documents = tableOf(opened.value, chosen.value, titles, options, isTitle);
    const found = await findLines(opened.value, documents, options, known);
    if (!found.ok) return found;
    const lines = found.value;
    const header = lines ? [...titles.header, ...linesHeader(lines)] : titles.header;
    if (header.length > LIMITS.columns) return refuseFile("too_many_columns", { limit: LIMITS.columns });
    const hidden = (await readHiddenColumns(opened.value.archive.zip, sheet.entry)).flatMap(
      (at) => titles.header[at] ?? [],
    );
    const { sheets } = opened.value.workbook;
    return accept({
      header,
      format: "xlsx",
      sheets: sheets.map(({ name }) => name),
      hiddenSheets: sheets.flatMap(({ name, isHidden }) => (isHidden ? [name] : [])),
      sheet: sheet.name,
      ...(known.isLineTitle && sheets.length > 1 ? { linesSheet: lines?.table.sheet ?? NO_SHEET } : {}),
      ...(lines ? { linesFrom: titles.header.length } : {}),
      titles,
      head,
      notices: [
        ...openingNotices(opened.value, chosen.value, titles),
        ...(hidden.length > 0
          ? [
              {
                code: "hidden_columns_read" as const,
                count: hidden.length,
                params: { columns: hidden.join(", ").slice(0, 300) },
              },
            ]
          : []),
        ...(lines
          ? [
              {
                code: "lines_sheet" as const,
                count: 1,
                params: { sheet: lines.table.sheet, column: lines.title },
              },
            ]
          : []),
      ],
      rows: (heard) => (lines ? withLines(documents, lines, heard) : documents.rows(heard)),
    });
  });
