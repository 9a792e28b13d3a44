import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isEditable, type ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { Column } from "./columns.ts";
import { TableFoot } from "./TableFoot.tsx";
import { TableHead } from "./TableHead.tsx";
import { type TableLines, TableRows } from "./TableRows.tsx";
import type { FootSums } from "./use-foot-sums.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useRowSelection } from "./use-row-selection.ts";
import * as styles from "./RecordTable.module.css";

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
  /** What stands before a record's title. */
  readonly tick: ((record: Values) => ReactNode) | null;
  /** null: nothing may be changed (the past, no right). */
  readonly onCommit: ((record: Values, field: string, value: WireValue) => void) | null;
  readonly total?: number | undefined;
  /** Of a grouped list, whose records are `records`. */
  readonly lines?: TableLines;
  /** What the columns come to; null: there is nothing to add. */
  readonly foot: FootSums | null;
}

/** A list that stays smooth at any length: only the rows in sight exist. */
export function RecordTable(props: RecordTableProps) {
  const { object, records, frozen, selection, onSelection, lines = null } = props;
  const rowCount = lines?.keys.length ?? props.total ?? records.length;
  const { of } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const { columns, lefts, width, onWidth, cell, onKeyDown, checkAll, rows } = useTable(props, box);
  return (
    <div
      ref={box}
      className={styles.grid}
      data-part="grid"
      role="grid"
      tabIndex={0}
      aria-label={of(object.plural)}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cell ? `cell-${cell.row}-${cell.column}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ width, minWidth: "100%" }}>
        <TableHead
          columns={columns}
          lefts={lefts}
          frozen={frozen}
          sort={props.sort}
          onSort={props.onSort}
          onWidth={onWidth}
          selectable={onSelection !== null}
          checked={checkedOf(records, selection)}
          onCheckAll={checkAll}
        />
        <TableRows
          {...rows}
          records={records}
          lines={lines}
          selection={selection}
          openId={props.openId}
          cell={cell}
          onMore={props.onMore}
        />
        {props.foot && (
          <TableFoot
            {...props.foot}
            object={object.name}
            columns={columns}
            selectable={onSelection !== null}
            row={rowCount + 2}
          />
        )}
      </div>
    </div>
  );
}

/** What rows need: where columns stand, what is in sight, the keyboard's cell, what may be changed. */
function useTable(props: RecordTableProps, box: RefObject<HTMLDivElement | null>) {
  const { object, records, frozen, selection, onSelection, onOpen, onCommit } = props;
  const { columns, lefts, width, onWidth } = useWidths(props);
  const canEdit = useCallback(
    (column: Column) =>
      onCommit !== null && (kindUi(column.field).inline ?? false) && isEditable(object, column.field),
    [object, onCommit],
  );
  const select = useRowSelection(records, selection, onSelection);
  const { cell, editing, onCell, stop, onKeyDown } = useGridKeys({
    box,
    object,
    records: props.lines?.records ?? records,
    columns,
    selection,
    canEdit,
    onOpen,
    onLine: props.lines?.onLine,
    select: onSelection ? select : null,
  });
  const commit = useCallback(
    (record: Values, field: string, value: WireValue) => {
      stop();
      onCommit?.(record, field, value);
    },
    [onCommit, stop],
  );
  const checkAll = (on: boolean) => onSelection?.(new Set(on ? records.map(idOf) : []));
  const rows = {
    object,
    columns,
    lefts,
    frozen,
    selectable: onSelection !== null,
    canEdit,
    tick: props.tick,
    onSelect: select,
    onOpen,
    onCell,
    onCommit: commit,
    onCancel: stop,
  };
  return {
    columns,
    lefts,
    width,
    onWidth,
    cell,
    onKeyDown,
    checkAll,
    rows: { ...rows, editing },
  };
}

function checkedOf(records: readonly Values[], selection: ReadonlySet<string>): "all" | "some" | "none" {
  const chosen = records.filter((record) => selection.has(idOf(record))).length;
  return chosen === 0 ? "none" : chosen === records.length ? "all" : "some";
}

/** Where columns stand, also while one is being dragged wider. */
function useWidths({ columns: kept, onColumns, onSelection }: RecordTableProps) {
  const [drag, setDrag] = useState<{ field: string; width: number } | null>(null);
  const columns = useMemo(
    () =>
      drag
        ? kept.map((column) => (column.field.name === drag.field ? { ...column, width: drag.width } : column))
        : kept,
    [kept, drag],
  );
  const start = onSelection ? CHECK : 0;
  const lefts = useMemo(
    () =>
      columns.map(
        (_, place) => start + columns.slice(0, place).reduce((sum, column) => sum + column.width, 0),
      ),
    [columns, start],
  );
  const onWidth = (field: string, width: number, done: boolean) => {
    setDrag(done ? null : { field, width });
    if (done) onColumns(kept.map((column) => (column.field.name === field ? { ...column, width } : column)));
  };
  return { columns, lefts, width: start + columns.reduce((sum, column) => sum + column.width, 0), onWidth };
}
