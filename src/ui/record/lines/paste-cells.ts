import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { idOf } from "../../data/values.ts";
import { type Bounds, readCells, spread } from "./cell-block.ts";
import type { LineColumn } from "./line-columns.ts";
import { placesFor } from "./line-places.ts";
import type { LineEdit } from "./lines-change.ts";
import { readCell } from "./read-cell.ts";
import type { WaitingCell } from "./use-find-names.ts";

export interface Pasting {
  readonly rows: readonly Values[];
  readonly columns: readonly LineColumn[];
  readonly order: string | undefined;
  readonly currency: string;
  readonly canAdd: boolean;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
}
export interface Pasted {
  readonly edits: readonly LineEdit[];
  /** Cells that hold the name of a record. */
  readonly waiting: readonly WaitingCell[];
  /** What it covers. */
  readonly bounds: Bounds;
}

/** What a block of text means for the lines from a cell on; rows that are not there yet are made. */
export function pasteCells(text: string, target: Bounds, pasting: Pasting): Pasted {
  const { rows, columns, order, currency, canAdd, isFixed } = pasting;
  const cells = spread(readCells(text), target);
  const edits: LineEdit[] = [];
  const waiting: WaitingCell[] = [];
  const made: Values[] = [];
  cells.forEach((texts, down) => {
    const row = rows[target.top + down];
    if (!row && !canAdd) return;
    const id = row ? idOf(row) : newId();
    const values: Values = {};
    texts.forEach((cell, right) => {
      const column = columns[target.left + right];
      if (!column || isFixed(column, row ?? { id })) return;
      const { name } = column.field;
      const read = readCell(column.field, cell, currency);
      values[name] = "value" in read ? read.value : read.named;
      if ("named" in read) waiting.push({ id, field: name, name: read.named, targets: read.targets });
    });
    if (!row) made.push({ id });
    if (!row || Object.keys(values).length > 0) edits.push({ id, values });
  });
  const widest = Math.max(0, ...cells.map((row) => row.length));
  return {
    edits: oneOfEach([...edits, ...placesFor(rows, order, rows.length, made)]),
    waiting,
    bounds: {
      top: target.top,
      left: target.left,
      bottom: target.top + cells.length - 1,
      right: Math.min(target.left + widest, columns.length) - 1,
    },
  };
}

/** One edit of each line. */
function oneOfEach(edits: readonly LineEdit[]): readonly LineEdit[] {
  const found = new Map<string, Values>();
  for (const { id, values } of edits) found.set(id, { ...found.get(id), ...values });
  return [...found].map(([id, values]) => ({ id, values }));
}
