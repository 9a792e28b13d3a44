import { type Result, accept } from "../../../../engine/public.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import { type Chosen, chooseSheet, MOST_LOOKED_AT } from "./choose-sheet.ts";
import { findTitles, HEAD_ROWS, type Titles } from "./find-titles.ts";
import {
  asChosenLines,
  asLines,
  type LinesSheet,
  linesHeader,
  NO_SHEET,
  type Table,
  withLines,
} from "./lines-sheet.ts";
import { headOf, type Opened, openWorkbook, rawRows } from "./open-workbook.ts";
import { openingNotices, readingNotices } from "./opening-notices.ts";
import { dataRows, LIMITS, orRefused, refuseFile, type RowsHeard, type Sheet, type Upload } from "./sheet.ts";
import { readHiddenColumns } from "./xlsx/hidden-columns.ts";
import { filledRows, readMerged } from "./xlsx/merged-cells.ts";

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
      notices: [...openingNotices(opened.value, chosen.value, titles), ...readingNotices(hidden, lines)],
      rows: (heard) => (lines ? withLines(documents, lines, heard) : documents.rows(heard)),
    });
  });
