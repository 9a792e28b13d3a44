import { memo } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { CellEditor } from "./CellEditor.tsx";
import type { Column } from "./columns.ts";

export interface TableRowProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly row: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  readonly frozen: number;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly isOpen: boolean;
  /** Column of the keyboard's cell, or -1. */
  readonly active: number;
  /** Column being edited, or -1. */
  readonly editing: number;
  readonly canEdit: (column: Column) => boolean;
  readonly onSelect: (record: Values, on: boolean, range: boolean) => void;
  readonly onOpen: (record: Values) => void;
  readonly onCell: (row: number, column: number, edit: boolean) => void;
  readonly onCommit: (record: Values, field: string, value: WireValue) => void;
  readonly onCancel: () => void;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { object, record, row, top, columns, lefts, frozen, selectable, selected, isOpen, active, editing } = props;
  const { t } = useLanguage();
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={row + 2}
      aria-selected={selected}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {selectable && (
        <div className="grid-check" role="gridcell">
          <input
            type="checkbox"
            className="check"
            checked={selected}
            readOnly
            aria-label={t(recordTexts.selectRow)}
            tabIndex={-1}
            onClick={(event) => props.onSelect(record, !selected, event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column, place) => {
        const { field, width } = column;
        const isTitle = field.name === object.title;
        return (
          <div
            key={field.name}
            id={`cell-${row}-${place}`}
            role="gridcell"
            className={place < frozen ? "grid-td grid-frozen" : "grid-td"}
            data-edge={place === frozen - 1 || undefined}
            data-align={kindUi(field).align}
            data-active={active === place || undefined}
            style={{ width, left: place < frozen ? lefts[place] : undefined }}
            onClick={() => (isTitle ? props.onOpen(record) : props.onCell(row, place, false))}
            onDoubleClick={() => (isTitle ? undefined : props.onCell(row, place, true))}
          >
            {editing === place ? (
              <CellEditor
                object={object.name}
                field={field}
                record={record}
                onCommit={(value) => props.onCommit(record, field.name, value)}
                onCancel={props.onCancel}
              />
            ) : isTitle ? (
              <span className="grid-title clip">{textValue(record[field.name]) || t(recordTexts.empty)}</span>
            ) : (
              <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
            )}
            {editing !== place && !isTitle && props.canEdit(column) && (
              <button
                type="button"
                className="grid-pencil"
                tabIndex={-1}
                aria-label={t(recordTexts.edit)}
                onClick={(event) => (event.stopPropagation(), props.onCell(row, place, true))}
              >
                <Icon name="edit" size={13} />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});
export const rowKey = (record: Values): string => idOf(record);
