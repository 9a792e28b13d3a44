import { type Result, accept } from "../../../../engine/public.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import { HEAD_ROWS } from "./find-titles.ts";
import { headOf, type Opened } from "./open-workbook.ts";
import { type RawRow, refuseFile } from "./sheet.ts";
import { type MergedRange, readMerged } from "./xlsx/merged-cells.ts";
import type { WorkbookSheet } from "./xlsx/read-workbook.ts";

/** A sheet with what was looked at to choose it. */
export interface Chosen {
  readonly sheet: WorkbookSheet;
  readonly merged: readonly MergedRange[];
  readonly head: readonly RawRow[];
}

/** Sheets looked at for titles. */
export const MOST_LOOKED_AT = 10;
const namesFields = (head: readonly RawRow[], isTitle: (cell: string) => boolean): boolean =>
  head.some(({ cells }) => cells.filter(isTitle).length >= 2);

/**
 * The sheet that is wanted, else the first visible one whose titles name fields, else the first that is not
 * empty: some programs put a summary before the tables.
 */
export async function chooseSheet(
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
