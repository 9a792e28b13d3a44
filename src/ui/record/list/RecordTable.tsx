import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isEditable, type ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { Column } from "./columns.ts";
import { TableHead } from "./TableHead.tsx";
import { rowKey, TableRow } from "./TableRow.tsx";
import { useWindow } from "./use-window.ts";
import "./table.css";

const ROW = 36;
const HEAD = 34;
const CHECK = 40;

export interface RecordTableProps {
  readonly object: ObjectInfo;
  readonly records: readonly Values[];
  readonly columns: readonly Column[];
  readonly frozen: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelection: ((selection: ReadonlySet<string>) => void) | null;
  readonly openId: string;
  readonly onOpen: (record: Values) => void;
  readonly onMore: () => void;
  /** null: nothing may be changed (the past, no right). */
  readonly onCommit: ((record: Values, field: string, value: WireValue) => void) | null;
  readonly total?: number | undefined;
}
interface Place {
  readonly row: number;
  readonly column: number;
}

/** A list that stays smooth at any length: only the rows in sight exist. Arrow keys move a cell, Enter opens or edits, Space selects. */
export function RecordTable(props: RecordTableProps) {
  const { object, records, columns: kept, frozen, sort, selection, onSelection, onOpen, onMore, onCommit, onColumns } = props;
  const { of } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<Place | null>(null);
  const [editing, setEditing] = useState<Place | null>(null);
  const [drag, setDrag] = useState<{ field: string; width: number } | null>(null);
  const columns = useMemo(
    () => (drag ? kept.map((column) => (column.field.name === drag.field ? { ...column, width: drag.width } : column)) : kept),
    [kept, drag],
  );
  const start = onSelection ? CHECK : 0;
  const lefts = useMemo(() => columns.map((_, place) => start + columns.slice(0, place).reduce((sum, { width }) => sum + width, 0)), [columns, start]);
  const width = start + columns.reduce((sum, column) => sum + column.width, 0);
  const { first, last } = useWindow(box, records.length, ROW, HEAD);

  useEffect(() => {
    if (last >= records.length - 20) onMore();
  }, [last, records.length, onMore]);

  const canEdit = useCallback(
    (column: Column) => onCommit !== null && (kindUi(column.field).inline ?? false) && isEditable(object, column.field),
    [object, onCommit],
  );
  const onCell = useCallback(
    (row: number, place: number, edit: boolean) => {
      setCell({ row, column: place });
      box.current?.focus({ preventScroll: true });
      const column = columns[place];
      setEditing(edit && column && canEdit(column) ? { row, column: place } : null);
    },
    [columns, canEdit],
  );
  const stop = useCallback(() => {
    setEditing(null);
    box.current?.focus({ preventScroll: true });
  }, []);
  const commit = useCallback(
    (record: Values, field: string, value: WireValue) => {
      stop();
      onCommit?.(record, field, value);
    },
    [onCommit, stop],
  );
  const select = useSelect(records, selection, onSelection);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current) return;
    const now = cell ?? { row: -1, column: 0 };
    const page = Math.floor((box.current?.clientHeight ?? 400) / ROW) - 1;
    const steps: Readonly<Record<string, Place>> = {
      ArrowDown: { row: 1, column: 0 },
      ArrowUp: { row: -1, column: 0 },
      ArrowRight: { row: 0, column: 1 },
      ArrowLeft: { row: 0, column: -1 },
      PageDown: { row: page, column: 0 },
      PageUp: { row: -page, column: 0 },
      Home: { row: 0, column: -now.column },
      End: { row: 0, column: columns.length },
    };
    const step = steps[event.key];
    const record = records[now.row];
    const column = columns[now.column];
    if (step) {
      const next = { row: clamp(now.row + step.row, records.length), column: clamp(now.column + step.column, columns.length) };
      setCell(next);
      reveal(box.current, next.row);
    } else if (event.key === " " && record && onSelection) select(record, !selection.has(idOf(record)), event.shiftKey);
    else if ((event.key === "Enter" || event.key === "F2") && record && column) {
      if (canEdit(column) && column.field.name !== object.title) setEditing(now);
      else onOpen(record);
    } else if (event.key === "o" && record) onOpen(record);
    else return;
    event.preventDefault();
  };
  const chosen = records.filter((record) => selection.has(idOf(record))).length;
  return (
    <div
      ref={box}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={of(object.plural)}
      aria-rowcount={(props.total ?? records.length) + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cell ? `cell-${cell.row}-${cell.column}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ width, minWidth: "100%" }}>
        <TableHead
          columns={columns}
          lefts={lefts}
          frozen={frozen}
          sort={sort}
          onSort={props.onSort}
          onWidth={(field, next, done) => {
            setDrag(done ? null : { field, width: next });
            if (done) onColumns(kept.map((column) => (column.field.name === field ? { ...column, width: next } : column)));
          }}
          selectable={onSelection !== null}
          checked={chosen === 0 ? "none" : chosen === records.length ? "all" : "some"}
          onCheckAll={(on) => onSelection?.(on ? new Set(records.map(idOf)) : new Set())}
        />
        <div className="grid-rows" role="rowgroup" style={{ height: records.length * ROW }}>
          {records.slice(first, last).map((record, place) => {
            const row = first + place;
            return (
              <TableRow
                key={rowKey(record)}
                object={object}
                record={record}
                row={row}
                top={row * ROW}
                columns={columns}
                lefts={lefts}
                frozen={frozen}
                selectable={onSelection !== null}
                selected={selection.has(idOf(record))}
                isOpen={props.openId === idOf(record)}
                active={cell?.row === row ? cell.column : -1}
                editing={editing?.row === row ? editing.column : -1}
                canEdit={canEdit}
                onSelect={select}
                onOpen={onOpen}
                onCell={onCell}
                onCommit={commit}
                onCancel={stop}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const clamp = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));

function reveal(box: HTMLElement | null, row: number): void {
  if (!box) return;
  const top = row * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW + HEAD > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW + HEAD - box.clientHeight;
}

/** Shift selects from the row chosen last. */
function useSelect(records: readonly Values[], selection: ReadonlySet<string>, onSelection: ((selection: ReadonlySet<string>) => void) | null) {
  const anchor = useRef<string | null>(null);
  return useCallback(
    (record: Values, on: boolean, range: boolean) => {
      const next = new Set(selection);
      const to = records.indexOf(record);
      const from = range ? records.findIndex((one) => idOf(one) === anchor.current) : -1;
      const rows = from < 0 ? [record] : records.slice(Math.min(from, to), Math.max(from, to) + 1);
      for (const one of rows) {
        if (on) next.add(idOf(one));
        else next.delete(idOf(one));
      }
      anchor.current = idOf(record);
      onSelection?.(next);
    },
    [records, selection, onSelection],
  );
}
