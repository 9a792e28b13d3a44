import { Fragment, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import { useVirtualRows } from "../../kit/use-virtual-rows.ts";
import { TableRow, type TableRowProps } from "./TableRow.tsx";
import { HEAD, type Place, ROW } from "./use-grid-keys.ts";
import * as styles from "./TableRows.module.css";

/** The rows of a table that are not all records. */
export interface TableLines {
  /** The record of each row; null for another row. */
  readonly records: readonly (Values | null)[];
  readonly keys: readonly string[];
  /** A row that is no record. */
  readonly draw: (row: number, place: LinePlace) => ReactNode;
  /** Which rows are drawn: from the first up to before the last. */
  readonly onSeen: (first: number, last: number) => void;
  /** A key on such a row; says whether it meant something. */
  readonly onLine: (row: number, key: string) => boolean;
}
export interface LinePlace extends Pick<TableRowProps, "columns" | "lefts" | "selectable" | "top"> {
  readonly isActive: boolean;
}

interface TableRowsProps extends Pick<
  TableRowProps,
  | "object"
  | "columns"
  | "lefts"
  | "frozen"
  | "selectable"
  | "canEdit"
  | "tick"
  | "onSelect"
  | "onOpen"
  | "onCell"
  | "onCommit"
  | "onCancel"
> {
  readonly records: readonly Values[];
  /** Of a grouped list: its lines in place of the records alone. */
  readonly lines: TableLines | null;
  readonly selection: ReadonlySet<string>;
  readonly openId: string;
  readonly cell: Place | null;
  readonly editing: Place | null;
  readonly onMore: () => void;
}

/** The rows in sight, apart from the head: scrolling draws nothing else again. */
export function TableRows(props: TableRowsProps) {
  const { records, lines, selection, openId, cell, editing, onMore, ...shared } = props;
  const list = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => lines?.keys ?? records.map(idOf), [lines?.keys, records]);
  const rows = useVirtualRows({ list, scrolls: "[role=grid]", keys, height: ROW, above: HEAD });
  const first = rows.items[0]?.index ?? 0;
  const onSeen = lines?.onSeen;
  useEffect(() => {
    if (onSeen) onSeen(first, rows.last);
    else if (rows.last >= records.length - 20) onMore();
  }, [first, rows.last, records.length, onMore, onSeen]);
  const placed = { columns: shared.columns, lefts: shared.lefts, selectable: shared.selectable };
  return (
    <div ref={list} className={styles.gridRows} role="rowgroup" style={{ height: rows.height }}>
      {rows.items.map((item) => {
        const record = lines ? lines.records[item.index] : records[item.index];
        const top = item.start - HEAD;
        if (!record) {
          const place = { ...placed, top, isActive: cell?.row === item.index };
          return <Fragment key={item.key}>{lines?.draw(item.index, place)}</Fragment>;
        }
        const id = idOf(record);
        const at = (spot: Place | null) => (spot?.row === item.index ? spot.column : -1);
        return (
          <TableRow
            key={item.key}
            {...shared}
            record={record}
            row={item.index}
            top={top}
            selected={selection.has(id)}
            isOpen={openId === id}
            active={at(cell)}
            editing={at(editing)}
          />
        );
      })}
    </div>
  );
}
