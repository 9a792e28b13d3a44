import { isBlank, type RawRow } from "./sheet.ts";

/** How many rows from the top titles are looked for in. */
export const HEAD_ROWS = 30;

export interface Titles {
  /** The row of the file, from 1. */
  readonly row: number;
  readonly rows: 1 | 2;
  readonly header: readonly string[];
}
export interface TitleOptions {
  readonly headerRow?: number | undefined;
  readonly headerRows?: 1 | 2 | undefined;
  /** Whether a cell is the title of a field that the file may be about. */
  readonly isTitle: (cell: string) => boolean;
}

const filled = ({ cells }: RawRow): number => cells.filter((cell) => cell.trim() !== "").length;
const known = (row: RawRow, { isTitle }: TitleOptions): number =>
  row.cells.filter((cell) => cell.trim() !== "" && isTitle(cell)).length;
const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/**
 * Which row holds the titles: the first that names most fields; else the first that is not a heading, which
 * fills one cell where the rows below fill several. Null where there is no row to choose.
 */
export function findTitles(head: readonly RawRow[], options: TitleOptions): Titles | null {
  const chosen =
    options.headerRow === undefined
      ? guessRow(head, options)
      : head.find(({ line }) => line === options.headerRow);
  if (!chosen || isBlank(chosen.cells)) return null;
  const group = options.headerRow === undefined ? groupAbove(head, chosen) : undefined;
  if (group && options.headerRows !== 1)
    return { row: group.line, rows: 2, header: joinTitles(group, chosen, options) };
  const next = head[head.indexOf(chosen) + 1];
  const lower = next?.line === chosen.line + 1 && !isBlank(next.cells) ? next : undefined;
  const rows = options.headerRows ?? (lower && isSecondTitle(chosen, lower, options) ? 2 : 1);
  return {
    row: chosen.line,
    rows,
    header: rows === 2 && lower ? joinTitles(chosen, lower, options) : tidyHeader(chosen.cells),
  };
}

function guessRow(head: readonly RawRow[], options: TitleOptions): RawRow | undefined {
  const rows = head.filter((row) => !isBlank(row.cells));
  const first = rows.find((row, at) => !isHeading(row, rows.slice(at + 1, at + 11)));
  const best = rows.reduce<{ row: RawRow; names: number } | undefined>((chosen, row) => {
    const names = known(row, options);
    return names > (chosen?.names ?? 0) ? { row, names } : chosen;
  }, undefined);
  // A row of titles names several fields, or the only one there is.
  const isSure = best !== undefined && (best.names >= 2 || filled(best.row) === 1 || first === undefined);
  return isSure && best.names > (first ? known(first, options) : 0) ? best.row : (first ?? rows[0]);
}

/** "客户清单 2026" above the table: far emptier than the rows below it. */
function isHeading(row: RawRow, below: readonly RawRow[]): boolean {
  const usual = middle(below.map(filled));
  return usual >= 2 && filled(row) * 2 <= usual;
}

/** Titles that stand more than once are told apart by the groups above them: 名称 under 客户 and 名称 under 联系人. */
function groupAbove(head: readonly RawRow[], chosen: RawRow): RawRow | undefined {
  const titles = chosen.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const above = head[head.indexOf(chosen) - 1];
  if (new Set(titles).size === titles.length || above?.line !== chosen.line - 1) return undefined;
  return filled(above) >= 2 && filled(above) < titles.length && !above.cells.some(looksLikeData)
    ? above
    : undefined;
}

const looksLikeData = (cell: string): boolean =>
  /^[\d\s.,:%¥￥$€£+()/-]*\d[\d\s.,:%¥￥$€£+()/-]*$/.test(cell) || cell.includes("@");

/**
 * The row below continues the titles: it names fields itself, in another language or under group titles with
 * gaps.
 */
function isSecondTitle(upper: RawRow, lower: RawRow, options: TitleOptions): boolean {
  if (lower.marks || lower.cells.some(looksLikeData)) return false;
  const names = known(lower, options);
  const hasGaps = lower.cells.some((cell, at) => cell.trim() !== "" && (upper.cells[at] ?? "").trim() === "");
  if (hasGaps) return names >= 1;
  return names >= 2 && names >= filled(lower) * 0.6;
}

/**
 * A title for each column out of two rows: the lower one, with its group in front where it stands more than
 * once.
 */
function joinTitles(upper: RawRow, lower: RawRow, { isTitle }: TitleOptions): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const below = Array.from({ length: width }, (_, at) => (lower.cells[at] ?? "").trim());
  const own = Array.from({ length: width }, (_, at) => (upper.cells[at] ?? "").trim());
  const isFull = own.every((text, at) => text !== "" || below[at] === "");
  if (isFull)
    return tidyHeader(
      own.map((text, at) =>
        below[at] !== "" && isTitle(below[at]!) && !isTitle(text) ? below[at]! : text || below[at]!,
      ),
    );
  let group = "";
  const groups = own.map((text, at) => {
    if (text !== "") group = text;
    return below[at] === "" ? text : group;
  });
  return tidyHeader(
    below.map((text, at) => {
      if (text === "") return groups[at]!;
      return below.filter((other) => other === text).length > 1 && groups[at] !== ""
        ? `${groups[at]} ${text}`
        : text;
    }),
  );
}

/**
 * Column titles, each once: empty ones are numbered, repeated ones counted; blank columns at the end are left
 * out.
 */
export function tidyHeader(cells: readonly string[]): string[] {
  const titles = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  while (titles.at(-1) === "") titles.pop();
  const seen = new Map<string, number>();
  return titles.map((title, index) => {
    const name = title === "" ? `#${index + 1}` : title;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
