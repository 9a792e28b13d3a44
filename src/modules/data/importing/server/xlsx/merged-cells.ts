import type { CellMark } from "../../shared/cell-mark.ts";
import { unpackEntry, type ZipEntry } from "../check-zip.ts";
import { LIMITS, type RawRow } from "../sheet.ts";
import { attribute, tagsOf } from "./xml.ts";

/** Cells over several rows that the sheet shows as one: what stands in the first counts for all of them. */
export interface MergedRange {
  readonly column: number;
  /** First and last row, from 1. */
  readonly from: number;
  readonly to: number;
}
const MAX_SHEET = 2 * 1024 * 1024 * 1024;
const MAX_LIST = 8 * 1024 * 1024;
const WORD = Buffer.from("mergeCells");

/**
 * Unpacks the whole sheet once, so that it is sure to be harmless, and finds the list of merged cells, which
 * stands behind the rows.
 */
export async function readMerged(zip: Buffer, entry: ZipEntry): Promise<readonly MergedRange[]> {
  const list: Buffer[] = [];
  let [size, edge] = [0, Buffer.alloc(0)];
  for await (const chunk of unpackEntry(zip, entry, {
    bytes: Math.min(entry.size, MAX_SHEET),
    run: LIMITS.row,
  })) {
    if (list.length === 0) {
      const seen = Buffer.concat([edge, chunk]);
      const at = seen.indexOf(WORD);
      if (at >= 0) list.push(seen.subarray(at));
      edge = Buffer.from(seen.subarray(-WORD.length));
    } else if (size < MAX_LIST) list.push(chunk);
    size += list.length > 0 ? chunk.length : 0;
  }
  return tagsOf(Buffer.concat(list).toString("utf8"), "mergeCell").flatMap(rangeOf);
}

function rangeOf(tag: string): MergedRange[] {
  const found = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(attribute(tag, "ref") ?? "");
  if (!found) return [];
  const [column, from, to] = [
    [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    Number(found[2]),
    Number(found[3]),
  ];
  return to > from && to - from < LIMITS.rows ? [{ column, from, to }] : [];
}

interface Filling {
  readonly range: MergedRange;
  readonly text: string;
  readonly mark: CellMark | undefined;
}
/** Gives the rows with merged cells filled downwards. */
export async function* filledRows(
  rows: AsyncIterable<RawRow>,
  merged: readonly MergedRange[],
): AsyncGenerator<RawRow> {
  if (merged.length === 0) return yield* rows;
  const starts = new Map<number, MergedRange[]>();
  for (const range of merged) starts.set(range.from, [...(starts.get(range.from) ?? []), range]);
  let open: Filling[] = [];
  for await (const row of rows) {
    open = open.filter(({ range }) => range.to >= row.line);
    yield open.length > 0 ? fill(row, open) : row;
    for (const range of starts.get(row.line) ?? [])
      open.push({ range, text: row.cells[range.column] ?? "", mark: row.marks?.[range.column] });
  }
}
function fill(row: RawRow, open: readonly Filling[]): RawRow {
  const cells = [...row.cells];
  const marks: Record<number, CellMark> = { ...row.marks };
  for (const { range, text, mark } of open) {
    if (text === "" || (cells[range.column] ?? "") !== "") continue;
    while (cells.length < range.column) cells.push("");
    cells[range.column] = text;
    if (mark) marks[range.column] = mark;
  }
  return { ...row, cells, ...(Object.keys(marks).length > 0 ? { marks } : {}) };
}
