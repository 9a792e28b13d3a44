import { useEffect, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import { useVirtualRows } from "../../kit/use-virtual-rows.ts";
import { TableRow, type TableRowProps } from "./TableRow.tsx";
import { HEAD, type Place, ROW } from "./use-grid-keys.ts";
import * as styles from "./TableRows.module.css";

interface TableRowsProps extends Pick<
  TableRowProps,
  | "object"
  | "columns"
  | "lefts"
  | "frozen"
  | "selectable"
  | "canEdit"
  | "onSelect"
  | "onOpen"
  | "onCell"
  | "onCommit"
  | "onCancel"
> {
  readonly records: readonly Values[];
  readonly selection: ReadonlySet<string>;
  readonly openId: string;
  readonly cell: Place | null;
  readonly editing: Place | null;
  readonly onMore: () => void;
}

/** The rows in sight, apart from the head: scrolling draws nothing else again. */
export function TableRows(props: TableRowsProps) {
  const { records, selection, openId, cell, editing, onMore, ...shared } = props;
  const list = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => records.map(idOf), [records]);
  const rows = useVirtualRows({ list, scrolls: "[role=grid]", keys, height: ROW, above: HEAD });
  useEffect(() => {
    if (rows.last >= records.length - 20) onMore();
  }, [rows.last, records.length, onMore]);
  return (
    <div ref={list} className={styles.gridRows} role="rowgroup" style={{ height: rows.height }}>
      {rows.items.map((item) => {
        const record = records[item.index];
        if (!record) return null;
        const id = idOf(record);
        const at = (spot: Place | null) => (spot?.row === item.index ? spot.column : -1);
        return (
          <TableRow
            key={item.key}
            {...shared}
            record={record}
            row={item.index}
            top={item.start - HEAD}
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
