import { memo, type MouseEvent, type ReactNode, Suspense, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useFollow } from "../../data/follows.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { FollowStar } from "../FollowStar.tsx";
import { useCardMarks } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { SinceCell, SinceTitle } from "../time/SinceMark.tsx";
import { CellEditor } from "./CellEditor.tsx";
import type { Column } from "./columns.ts";
import * as base from "../../kit/base.module.css";
import * as tableStyles from "./table.module.css";
import * as styles from "./TableRow.module.css";

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
  /** What stands before the title: how a task is done. */
  readonly tick: ((record: Values) => ReactNode) | null;
  readonly canEdit: (column: Column) => boolean;
  readonly onSelect: (record: Values, on: boolean, range: boolean) => void;
  readonly onOpen: (record: Values) => void;
  readonly onCell: (row: number, column: number, edit: boolean) => void;
  readonly onCommit: (record: Values, field: string, value: WireValue) => void;
  readonly onCancel: () => void;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { record, row, columns, selectable, selected } = props;
  const { t } = useLanguage();
  // Pencils exist only under the pointer: a row that scrolls by is text.
  const [isPointed, setPointed] = useState(false);
  return (
    <div
      className={styles.gridRow}
      data-part="grid-row"
      role="row"
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      aria-rowindex={row + 2}
      aria-selected={selected}
      data-open={props.isOpen || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {selectable && (
        <div
          className={tableStyles.gridCheck}
          role="gridcell"
          data-hit
          onClick={({ target, currentTarget, shiftKey }) =>
            target === currentTarget && props.onSelect(record, !selected, shiftKey)
          }
        >
          <input
            type="checkbox"
            className={tableStyles.check}
            checked={selected}
            readOnly
            aria-label={t(recordScreenMessages.selectRow)}
            tabIndex={-1}
            onClick={(event) => props.onSelect(record, !selected, event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column, place) => (
        <RowCell key={column.field.name} {...props} column={column} place={place} isPointed={isPointed} />
      ))}
    </div>
  );
});

function RowCell(
  props: TableRowProps & { readonly column: Column; readonly place: number; readonly isPointed: boolean },
) {
  const { object, record, row, column, place, lefts, frozen, onCell } = props;
  const { t } = useLanguage();
  const { field, width } = column;
  const isTitle = field.name === object.title;
  const isEditing = props.editing === place;
  const value = record[field.name];
  return (
    <div
      id={`cell-${row}-${place}`}
      role="gridcell"
      className={place < frozen ? `${tableStyles.gridTd} ${tableStyles.gridFrozen}` : tableStyles.gridTd}
      data-frozen={place < frozen || undefined}
      data-edge={place === frozen - 1 || undefined}
      data-align={kindUi(field).align}
      data-active={props.active === place || undefined}
      style={{ width, left: place < frozen ? lefts[place] : undefined }}
      onClick={() => (isTitle ? props.onOpen(record) : onCell(row, place, false))}
      onDoubleClick={() => (isTitle ? undefined : onCell(row, place, true))}
    >
      {isEditing && (
        <CellEditor
          object={object.name}
          field={field}
          record={record}
          onCommit={(next) => props.onCommit(record, field.name, next)}
          onCancel={props.onCancel}
        />
      )}
      {!isEditing && isTitle && props.tick?.(record)}
      {!isEditing && isTitle && (
        <span className={`${styles.gridTitle} ${base.clip}`}>
          {textValue(value) || t(recordScreenMessages.empty)}
        </span>
      )}
      {!isEditing && isTitle && <SinceTitle record={record} />}
      {!isEditing && isTitle && <RowMarks object={object} record={record} />}
      {!isEditing && isTitle && <RowStar object={object} record={record} isPointed={props.isPointed} />}
      {!isEditing && !isTitle && (
        <FieldCell object={object.name} field={field} record={record} value={value} />
      )}
      {!isEditing && !isTitle && <SinceCell object={object} record={record} field={field} />}
      {!isEditing && !isTitle && props.isPointed && props.canEdit(column) && (
        <Pencil onEdit={() => onCell(row, place, true)} />
      )}
    </div>
  );
}

/** What modules say of a record in one sign, beside its title. */
function RowMarks({ object, record }: Pick<TableRowProps, "object" | "record">) {
  const marks = useCardMarks(object).filter(({ inRows }) => inRows);
  if (marks.length === 0) return null;
  return (
    <span className={styles.rowMarks}>
      <Suspense>
        {marks.map(({ name, Component }) => (
          <Component key={name} object={object} record={record} />
        ))}
      </Suspense>
    </span>
  );
}

/** A star that is on stands there always; one that is off only where the pointer is. */
function RowStar({
  object,
  record,
  isPointed,
}: Pick<TableRowProps, "object" | "record"> & { readonly isPointed: boolean }) {
  const { isFollowed } = useFollow(object, idOf(record));
  return isPointed || isFollowed ? <FollowStar object={object} record={record} quiet /> : null;
}

function Pencil({ onEdit }: { readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const edit = (event: MouseEvent) => {
    event.stopPropagation();
    onEdit();
  };
  return (
    <button
      type="button"
      className={tableStyles.gridPencil}
      tabIndex={-1}
      aria-label={t(recordScreenMessages.edit)}
      onClick={edit}
    >
      <Icon name="edit" size={13} />
    </button>
  );
}
