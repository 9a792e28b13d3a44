import type { CellMark } from "../shared/cell-mark.ts";
import { numberReadings } from "../shared/parse-number.ts";
import type { RawRow, RowsHeard } from "./sheet.ts";

/** What a row of sums calls itself. */
const CERTAIN =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|總\s*計|合\s*計|小\s*計|sub-?\s?totals?|grand totals?|totals? amount|sum total)(?:\s*[（(].*[)）])?\s*[:：]?$/i;
/** The same in words that may be somebody's name as well: only behind the last record. */
const PERHAPS = /^(?:totals?|sums?|gesamt|summe|somme|总额|汇总)\s*[:：]?$/i;
/** So many rows are looked at behind a sum before it is taken for a record. */
const MOST_HELD = 20;

export interface TotalsOptions {
  readonly below: number;
  readonly readTotals: boolean;
  readonly heard?: RowsHeard | undefined;
}

/** "3家", "共 12 个" */
const COUNT = /^共?\s*[\d,.]+\s*\p{Script=Han}{0,2}$/u;
/** A number, or a formula whose result is not in the file. */
const isCounted = (mark: CellMark | undefined): boolean => mark?.number === true || mark?.formula === true;

/** How the words for sums begin: every row of a file is asked, so most answer by this. */
const BEGINS = /^\s*[合总總小共累汇sgt]/i;
const MOST_SIGNS = 30;

/** Its one word is a word for sums, and everything else in it is a number. */
function sums({ cells, marks }: RawRow, words: RegExp): boolean {
  if (!cells.some((cell) => cell.length <= MOST_SIGNS && BEGINS.test(cell) && words.test(cell.trim())))
    return false;
  const filled = cells.flatMap((cell, at) =>
    /^\s*[-—–/]?\s*$/.test(cell) ? [] : [{ text: cell.trim(), isNumber: isCounted(marks?.[at]) }],
  );
  const [first, ...others] = filled.filter(
    ({ text, isNumber }) => !isNumber && !COUNT.test(text) && numberReadings(text) === null,
  );
  return first !== undefined && others.length === 0 && words.test(first.text) && filled.length >= 2;
}
const isNote = ({ cells }: RawRow): boolean => cells.filter((cell) => cell.trim() !== "").length <= 1;

/** Rows without the sums of the table and the notes behind the last sum, which are told. */
export async function* totalsApart(
  rows: AsyncIterable<RawRow>,
  { below, readTotals, heard }: TotalsOptions,
): AsyncGenerator<RawRow> {
  /** A row that may be the sum at the end, and what stands behind it. */
  let held: RawRow[] = [];
  const leaveOut = (row: RawRow): void =>
    heard?.tell({ code: "total_rows_skipped", count: 1, params: { row: row.line } });
  for await (const row of rows) {
    if (row.line <= below) {
      yield row;
      continue;
    }
    const isSum = sums(row, CERTAIN) || sums(row, PERHAPS);
    if (readTotals) {
      if (isSum) heard?.tell({ code: "total_rows_read", count: 1, params: { row: row.line } });
      yield row;
    } else if (isSum && held.length === 0) held = [row];
    else if (held.length > 0 && (isSum || isNote(row)) && held.length < MOST_HELD) held.push(row);
    else {
      for (const one of held)
        if (sums(one, CERTAIN)) leaveOut(one);
        else yield one;
      held = [];
      yield row;
    }
  }
  for (const one of held) if (one.cells.some((cell) => cell.trim() !== "")) leaveOut(one);
}
