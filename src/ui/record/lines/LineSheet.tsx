import { Button, Drawer } from "antd";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { FieldInput } from "../../field/FieldInput.tsx";
import { Labelled } from "../../kit/Field.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import type { LineColumn } from "./line-columns.ts";
import { linesMessages } from "./lines.messages.ts";
import type { CellErrors } from "./use-cell-errors.ts";
import type { Lines } from "./use-lines.ts";
import * as base from "../../kit/base.module.css";

export interface LineSheetProps {
  readonly child: ObjectInfo;
  readonly lines: Lines;
  readonly columns: readonly LineColumn[];
  readonly row: Values;
  readonly at: number;
  readonly errors: CellErrors;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
  readonly editable: boolean;
  readonly canAdd: boolean;
  /** Another line is opened in its place. */
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}
/** One line with all its fields, from below. */
export function LineSheet(props: LineSheetProps) {
  const { lines, at, editable, onClose } = props;
  const { t } = useLanguage();
  const add = () => {
    const [id] = lines.insert([{}], lines.canMove ? at + 1 : lines.rows.length);
    if (id) props.onOpen(id);
  };
  return (
    <Drawer
      open
      placement="bottom"
      size="80%"
      title={t(linesMessages.line, { n: at + 1 })}
      onClose={onClose}
      footer={
        <div className={base.line}>
          {props.canAdd && <Button onClick={add}>{t(linesMessages.add)}</Button>}
          <Button type="primary" block onClick={onClose}>
            {t(linesMessages.done)}
          </Button>
        </div>
      }
    >
      <div className={base.stack}>
        {editable && <SheetTools {...props} />}
        <SheetFields {...props} />
      </div>
    </Drawer>
  );
}

function SheetTools({ lines, row, at, onClose }: LineSheetProps) {
  const { t } = useLanguage();
  const own = new Set([idOf(row)]);
  const remove = () => {
    onClose();
    lines.remove(own);
  };
  return (
    <div className={base.rowWrap}>
      {lines.canMove && (
        <QuietButton icon="up" disabled={at === 0} onClick={() => lines.move(own, at - 1)}>
          {t(linesMessages.up)}
        </QuietButton>
      )}
      {lines.canMove && (
        <QuietButton
          icon="down"
          disabled={at === lines.rows.length - 1}
          onClick={() => lines.move(own, at + 2)}
        >
          {t(linesMessages.down)}
        </QuietButton>
      )}
      <QuietButton icon="trash" onClick={remove}>
        {t(linesMessages.remove, { n: at + 1 })}
      </QuietButton>
    </div>
  );
}

function SheetFields({ child, lines, columns, row, errors, isFixed }: LineSheetProps) {
  const { of } = useLanguage();
  return columns.map((column) => {
    const { field } = column;
    return (
      <Labelled
        key={field.name}
        label={of(field.label, field.name)}
        required={column.isTyped && field.required === true}
        error={errors.of(row, field.name)}
      >
        {(ids) =>
          isFixed(column, row) ? (
            <FieldCell object={child.name} field={field} record={row} value={row[field.name]} />
          ) : (
            <FieldInput
              {...ids}
              object={child.name}
              field={field}
              record={row}
              value={row[field.name]}
              onChange={(value) => lines.set([{ id: idOf(row), values: { [field.name]: value } }])}
            />
          )
        }
      </Labelled>
    );
  });
}
