import type { ClipboardEvent } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { printCells } from "./cell-block.ts";
import { cellText } from "./cell-text.ts";
import type { LineColumn } from "./line-columns.ts";
import { pasteCells } from "./paste-cells.ts";
import type { Cursor } from "./use-cursor.ts";
import { useFindNames } from "./use-find-names.ts";
import type { Lines } from "./use-lines.ts";

export interface BlockActs {
  readonly lines: Lines;
  readonly columns: readonly LineColumn[];
  readonly cursor: Cursor;
  readonly order: string | undefined;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
  readonly canAdd: boolean;
  readonly editable: boolean;
}

/** What is done with a block of cells: copied, pasted, filled down, cleared. */
export function useBlockActs({ lines, columns, cursor, order, isFixed, canAdd, editable }: BlockActs) {
  const { language } = useLanguage();
  const { rows, set, currency } = lines;
  const { bounds } = cursor;
  const { finding, unclear, find } = useFindNames(lines);
  const chosen = (): readonly ChosenRow[] =>
    bounds
      ? rows
          .slice(bounds.top, bounds.bottom + 1)
          .map((row) => ({ row, columns: columns.slice(bounds.left, bounds.right + 1) }))
      : [];
  const paste = (text: string) => {
    if (!editable || !text) return;
    const target = bounds ?? { top: rows.length, left: 0, bottom: rows.length, right: 0 };
    const pasted = pasteCells(text, target, { rows, columns, order, currency, canAdd, isFixed });
    if (pasted.edits.length === 0) return;
    set(pasted.edits);
    const { top, left, bottom, right } = pasted.bounds;
    cursor.choose({ from: { row: top, column: left }, to: { row: bottom, column: right } });
    void find(pasted.waiting);
  };
  const clear = () =>
    setWhereOpen(chosen(), isFixed, set, (column) => (column.field.kind === "boolean" ? false : null));
  const fillDown = () => {
    const [first, ...rest] = chosen();
    const above = rest.length > 0 ? first?.row : bounds ? rows[bounds.top - 1] : undefined;
    if (!above) return;
    setWhereOpen(rest.length > 0 ? rest : chosen(), isFixed, set, ({ field }) => above[field.name] ?? null);
  };
  const copy = (event: ClipboardEvent, cuts: boolean) => {
    if (!bounds || event.target !== event.currentTarget) return;
    event.preventDefault();
    const cells = chosen().map(({ row, columns: own }) =>
      own.map(({ field }) => cellText(field, row, language)),
    );
    event.clipboardData.setData("text/plain", printCells(cells));
    if (cuts && editable) clear();
  };
  return {
    finding,
    unclear,
    clear,
    fillDown,
    onCopy: (event: ClipboardEvent) => copy(event, false),
    onCut: (event: ClipboardEvent) => copy(event, true),
    onPaste: (event: ClipboardEvent) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      paste(event.clipboardData.getData("text/plain"));
    },
  };
}

interface ChosenRow {
  readonly row: Values;
  readonly columns: readonly LineColumn[];
}
function setWhereOpen(
  chosen: readonly ChosenRow[],
  isFixed: BlockActs["isFixed"],
  set: Lines["set"],
  valueOf: (column: LineColumn) => WireValue,
): void {
  const edits = chosen.flatMap(({ row, columns }) => {
    const open = columns.filter((column) => !isFixed(column, row));
    const values = Object.fromEntries(open.map((column) => [column.field.name, valueOf(column)]));
    return open.length === 0 ? [] : [{ id: idOf(row), values }];
  });
  if (edits.length > 0) set(edits);
}
