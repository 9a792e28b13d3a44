import { type ReactNode, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { Masked } from "../../field/Masked.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { CellEditor } from "../list/CellEditor.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { RichText } from "./RichText.tsx";
import * as styles from "./InPlaceField.module.css";

export interface InPlaceFieldProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly editable: boolean;
  /** Opened for typing at once. */
  readonly startsOpen?: boolean;
  /** How it is shown; as its kind does unless told. */
  readonly children?: ReactNode;
}

/** A value that a click changes in its place; a refusal stands under it. */
export function InPlaceField({ object, field, record, editable, startsOpen, children }: InPlaceFieldProps) {
  const { t, of } = useLanguage();
  const save = useSaveCell(object);
  const [editing, setEditing] = useState(editable && startsOpen === true);
  const [error, setError] = useState<string | null>(null);
  const shown = children ?? <Shown object={object} field={field} record={record} />;
  return (
    <>
      {editing ? (
        <CellEditor
          object={object.name}
          field={field}
          record={record}
          onCancel={() => (setEditing(false), setError(null))}
          onCommit={(next) => {
            setEditing(false);
            void save(record, field.name, next, true).then(setError);
          }}
        />
      ) : editable ? (
        <div className={styles.value} data-part="field-value" onClick={() => setEditing(true)}>
          {shown}
          <button
            type="button"
            className={styles.edit}
            aria-label={`${t(recordScreenMessages.edit)} ${of(field.label, field.name)}`}
          >
            <Icon name="edit" size={13} />
          </button>
        </div>
      ) : (
        <div className={`${styles.value} ${styles.fixed}`} data-part="field-value">
          {shown}
        </div>
      )}
      {error && (
        <div className={styles.refused} role="alert">
          {error}
        </div>
      )}
    </>
  );
}

function Shown({
  object,
  field,
  record,
}: {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
}) {
  const value = record[field.name];
  if (isBlank(value)) return <span className={styles.none}>—</span>;
  if (field.kind === "rich_text") return <RichText html={textValue(value)} />;
  if (field.kind === "long_text") return <span className={styles.long}>{textValue(value)}</span>;
  const cell = <FieldCell object={object.name} field={field} record={record} value={value} />;
  if (field.right !== "mask") return cell;
  return (
    <Masked
      key={`${idOf(record)} ${textValue(partOf(anyRecord, record).version)}`}
      object={object.name}
      field={field}
      id={idOf(record)}
    >
      {cell}
    </Masked>
  );
}
