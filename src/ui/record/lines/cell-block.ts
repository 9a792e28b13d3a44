/** A cell by its line and its column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
/** A block of cells: from where it was begun to where the cursor is. */
export interface Block {
  readonly from: Place;
  readonly to: Place;
}
/** The same from its upper left to its lower right, both included. */
export interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export const blockOf = (place: Place): Block => ({ from: place, to: place });
export const boundsOf = ({ from, to }: Block): Bounds => ({
  top: Math.min(from.row, to.row),
  left: Math.min(from.column, to.column),
  bottom: Math.max(from.row, to.row),
  right: Math.max(from.column, to.column),
});
export const isWithin = ({ row, column }: Place, { top, left, bottom, right }: Bounds): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Cells as spreadsheets copy them: a tab between cells, a cell with tabs, breaks or quotes in quotes. */
export const printCells = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"),
    )
    .join("\n");

/**
 * Cells as spreadsheets copy them. The last line break ends the last row and begins none.
 * @example readCells('a\tb\n"c\nd"\te\n') // [["a", "b"], ["c\nd", "e"]]
 */
export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const [whole = "", quoted] = cell.exec(text) ?? [];
    cells.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === "\t") at += 1;
    else {
      rows.push(cells);
      cells = [];
      at += text.startsWith("\r\n", at) ? 2 : 1;
      if (at >= text.length) break;
    }
  }
  return rows;
}

/**
 * What is pasted into a block: once from its corner, or repeated where the block is a multiple of it, as one
 * cell into many.
 */
export function spread<T>(
  cells: readonly (readonly T[])[],
  { top, left, bottom, right }: Bounds,
): readonly (readonly T[])[] {
  const [height, width] = [bottom - top + 1, right - left + 1];
  const [rows, columns] = [cells.length, Math.max(0, ...cells.map((row) => row.length))];
  if (rows === 0 || columns === 0 || height % rows > 0 || width % columns > 0) return cells;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_cell, column) => cells[row % rows]?.[column % columns]).filter(
      (cell): cell is T => cell !== undefined,
    ),
  );
}
