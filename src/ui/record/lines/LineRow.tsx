import { memo, type MouseEvent, type PointerEvent } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import type { Bounds, Place } from "./cell-block.ts";
import { cellText } from "./cell-text.ts";
import type { CellErrors } from "./use-cell-errors.ts";
import type { LineColumn } from "./line-columns.ts";
import { LineEditor, type LineEditorProps } from "./LineEditor.tsx";
import { linesMessages } from "./lines.messages.ts";
import { isUnread } from "./read-cell.ts";
import * as base from "../../kit/base.module.css";
import * as tableStyles from "../list/table.module.css";
import * as styles from "./LineRow.module.css";

export interface LineActs {
  /** A cell is pressed: `extends` the block to it, or begins one. */
  readonly onPress: (place: Place, extending: boolean) => void;
  /** The pointer comes over a cell while it is held down. */
  readonly onOver: (place: Place) => void;
  readonly onEdit: (place: Place) => void;
  readonly onRow: (row: number, extending: boolean) => void;
  readonly onRemove: (row: number) => void;
  readonly onGrip: (row: number, event: PointerEvent) => void;
}
export interface LineRowProps {
  readonly id: string;
  readonly object: string;
  readonly record: Values;
  readonly row: number;
  readonly top: number;
  readonly columns: readonly LineColumn[];
  readonly widths: readonly number[];
  /** Column of the cursor, or -1. */
  readonly active: number;
  /** What is chosen of this row: its first and last column. */
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
  readonly errorOf: CellErrors["of"];
  readonly isClashing: boolean;
  readonly canRemove: boolean;
  readonly canMove: boolean;
  readonly acts: LineActs;
  /** The cell of this row that is edited. */
  readonly editing:
    | (Pick<LineEditorProps, "start" | "currency" | "onTyping" | "onCommit" | "onCancel"> & {
        readonly column: number;
      })
    | null;
}

/** One line of the grid: apart from the others, so that a keystroke draws its own line alone. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, columns, canRemove, canMove, acts, isClashing } = props;
  const { t } = useLanguage();
  const n = row + 1;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={row + 2}
      data-clash={isClashing || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div
        role="rowheader"
        className={styles.head}
        aria-label={t(linesMessages.line, { n })}
        onMouseDown={(event) => {
          event.preventDefault();
          acts.onRow(row, event.shiftKey);
        }}
      >
        <span className={base.num}>{n}</span>
        {canMove && (
          <span
            className={styles.grip}
            title={t(linesMessages.move, { n })}
            onMouseDown={(event) => event.stopPropagation()}
            onPointerDown={(event) => acts.onGrip(row, event)}
          >
            <Icon name="drag" size={14} />
          </span>
        )}
      </div>
      {columns.map((column, place) => (
        <LineCell key={column.field.name} {...props} column={column} place={place} />
      ))}
      {canRemove && (
        <div role="gridcell" className={styles.end}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.remove}
            aria-label={t(linesMessages.remove, { n })}
            title={t(linesMessages.remove, { n })}
            onClick={() => acts.onRemove(row)}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
});

function LineCell(props: LineRowProps & { readonly column: LineColumn; readonly place: number }) {
  const { id, object, record, row, column, place, widths, acts, editing } = props;
  const { t, of, language } = useLanguage();
  const { field } = column;
  const error = props.errorOf(record, field.name);
  const name = of(field.label, field.name);
  const text = cellText(field, record, language);
  const said = t(linesMessages.cell, { column: name, n: row + 1, value: text || t(linesMessages.empty) });
  const isEdited = editing?.column === place;
  return (
    <div
      id={`${id}-${row}-${place}`}
      role="gridcell"
      aria-colindex={place + 2}
      aria-label={error ? `${said} ${error}` : said}
      aria-invalid={error !== undefined || undefined}
      aria-readonly={props.isFixed(column, record) || undefined}
      aria-selected={place >= props.chosenFrom && place <= props.chosenTo}
      className={`${tableStyles.gridTd} ${styles.cell}`}
      data-align={kindUi(field).align}
      data-active={props.active === place || undefined}
      data-wrong={error !== undefined || undefined}
      title={error}
      style={{ width: widths[place] }}
      onMouseDown={(event: MouseEvent) => {
        if (event.button !== 0 || isEdited) return;
        event.preventDefault();
        acts.onPress({ row, column: place }, event.shiftKey);
      }}
      onMouseEnter={(event) => event.buttons === 1 && acts.onOver({ row, column: place })}
      onDoubleClick={() => acts.onEdit({ row, column: place })}
    >
      {isEdited ? (
        <LineEditor {...editing} object={object} field={field} record={record} label={name} />
      ) : isUnread(field, record[field.name]) ? (
        <span className={base.clip}>{text}</span>
      ) : (
        <FieldCell object={object} field={field} record={record} value={record[field.name]} />
      )}
    </div>
  );
}

/** What is chosen of a row. */
export const chosenOf = (row: number, bounds: Bounds | null): readonly [from: number, to: number] =>
  bounds && row >= bounds.top && row <= bounds.bottom ? [bounds.left, bounds.right] : [1, 0];
