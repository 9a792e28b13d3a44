import { type KeyboardEvent, type RefObject, useCallback, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import type { Column } from "./columns.ts";

export const ROW = 36;
export const HEAD = 34;

export interface Place {
  readonly row: number;
  readonly column: number;
}
export interface GridKeysOptions {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly object: ObjectInfo;
  /** Of each row; null where it is none of a record, such as the head of a group. */
  readonly records: readonly (Values | null)[];
  readonly columns: readonly Column[];
  readonly selection: ReadonlySet<string>;
  readonly canEdit: (column: Column) => boolean;
  readonly onOpen: (record: Values) => void;
  /** A key on a row without a record; says whether it meant something there. */
  readonly onLine?: ((row: number, key: string) => boolean) | undefined;
  readonly select: ((record: Values, on: boolean, range: boolean) => void) | null;
}

/** The keyboard's cell: arrow keys move it, Enter edits or opens, Space selects. */
export function useGridKeys({
  box,
  object,
  records,
  columns,
  selection,
  canEdit,
  onOpen,
  onLine,
  select,
}: GridKeysOptions) {
  const [cell, setCell] = useState<Place | null>(null);
  const [editing, setEditing] = useState<Place | null>(null);
  const onCell = useCallback(
    (row: number, place: number, edit: boolean) => {
      const column = columns[place];
      setCell({ row, column: place });
      void box.current?.focus({ preventScroll: true });
      setEditing(edit && column && canEdit(column) ? { row, column: place } : null);
    },
    [box, columns, canEdit],
  );
  const stop = useCallback(() => {
    setEditing(null);
    void box.current?.focus({ preventScroll: true });
  }, [box]);
  const act = (key: string, range: boolean, now: Place): boolean => {
    const record = records[now.row];
    const column = columns[now.column];
    if (!record || !column) return false;
    if (key === " " && select) select(record, !selection.has(idOf(record)), range);
    else if (
      key === "o" ||
      ((key === "Enter" || key === "F2") && (column.field.name === object.title || !canEdit(column)))
    )
      onOpen(record);
    else if (key === "Enter" || key === "F2") setEditing(now);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current) return;
    const now = cell ?? { row: -1, column: 0 };
    if (records[now.row] === null && onLine?.(now.row, event.key)) return event.preventDefault();
    const next = moved(event.key, now, {
      rows: records.length,
      columns: columns.length,
      page: Math.floor((box.current?.clientHeight ?? 400) / ROW) - 1,
    });
    if (next) {
      setCell(next);
      reveal(box.current, next.row);
    } else if (!act(event.key, event.shiftKey, now)) return;
    event.preventDefault();
  };
  return { cell, editing, onCell, stop, onKeyDown };
}

function moved(
  key: string,
  now: Place,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: { row: 1, column: 0 },
    ArrowUp: { row: -1, column: 0 },
    ArrowRight: { row: 0, column: 1 },
    ArrowLeft: { row: 0, column: -1 },
    PageDown: { row: page, column: 0 },
    PageUp: { row: -page, column: 0 },
    Home: { row: 0, column: -now.column },
    End: { row: 0, column: columns },
  };
  const step = steps[key];
  return step
    ? { row: clamp(now.row + step.row, rows), column: clamp(now.column + step.column, columns) }
    : null;
}
const clamp = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));

function reveal(box: HTMLElement | null, row: number): void {
  if (!box) return;
  const top = row * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW + HEAD > box.scrollTop + box.clientHeight)
    box.scrollTop = top + ROW + HEAD - box.clientHeight;
}
