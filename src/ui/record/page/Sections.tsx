import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import { type FieldInfo, isEditable, isShown, type ObjectInfo } from "../../data/objects.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Masked } from "../../field/Masked.tsx";
import { RichText } from "./RichText.tsx";
import { idOf, isBlank, textValue } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { CellEditor } from "../list/CellEditor.tsx";
import { useFormRules } from "../form/use-form-rules.ts";
import { FieldHistoryButton } from "../versions/FieldHistory.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./Sections.module.css";

interface SectionsProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly editable: boolean;
}
const WITHOUT_HISTORY: readonly FieldInfo["kind"][] = [
  "children",
  "tags",
  "rollup",
  "formula",
  "auto_number",
  "rich_text",
];
const hasHistory = (object: ObjectInfo, field: FieldInfo): boolean =>
  !object.ledger && !WITHOUT_HISTORY.includes(field.kind) && !SYSTEM.includes(field.name);
const SYSTEM: readonly string[] = ["created_at", "created_by", "updated_at", "updated_by"];

/** Where nobody arranged them: the title, the fields of one’s own, then what every record has. */
const rankOf = (object: ObjectInfo, field: FieldInfo): number =>
  field.name === object.title ? 0 : field.system ? 2 : 1;

/** The fields in their sections; a click changes one in its place. */
export function Sections({ object, record, editable }: SectionsProps) {
  const { t, of } = useLanguage();
  const rules = useFormRules(object);
  const shown = object.fields.filter(
    (field) =>
      isShown(field) && !field.on_request && field.kind !== "children" && rules.isVisible(field, record),
  );
  const placed = new Set([...(object.sections?.flatMap((section) => section.fields) ?? []), ...SYSTEM]);
  const rest = shown
    .filter((field) => !placed.has(field.name) && (!field.system || !object.sections))
    .toSorted((one, other) => rankOf(object, one) - rankOf(object, other));
  const parts = [
    ...(object.sections ?? []).map((section) => ({
      label: of(section.label),
      fields: section.fields.flatMap((name) => shown.find((field) => field.name === name) ?? []),
    })),
    {
      label: t(object.sections ? recordScreenMessages.otherFields : recordScreenMessages.details),
      fields: rest,
    },
    { label: t(recordScreenMessages.system), fields: shown.filter((field) => SYSTEM.includes(field.name)) },
  ].filter((part) => part.fields.length > 0);
  return (
    <div className={styles.sections}>
      {parts.map((part) => (
        <section key={part.label}>
          <h2>{part.label}</h2>
          <dl>
            {part.fields.map((field) => (
              <FieldLine
                key={field.name}
                object={object}
                field={field}
                record={record}
                editable={
                  editable && isEditable(object, field) && field.kind !== "stage" && field.name !== "pipeline"
                }
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const WIDE_LINE = `${styles.fieldLine} ${styles.fieldLineWide}`;
function FieldLine({
  object,
  field,
  record,
  editable,
}: {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly editable: boolean;
}) {
  const { t, of } = useLanguage();
  const save = useSaveCell(object);
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const name = of(field.label, field.name);
  const empty = isBlank(record[field.name]);
  const isWide = kindUi(field).wide ?? false;
  return (
    <div className={isWide && (!empty || editing) ? WIDE_LINE : styles.fieldLine} data-field={field.name}>
      <dt title={of(field.description) || undefined}>
        {name}
        {hasHistory(object, field) && <FieldHistoryButton object={object} field={field} id={idOf(record)} />}
      </dt>
      <dd>
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
          <div className={styles.fieldValue} data-part="field-value" onClick={() => setEditing(true)}>
            <Shown object={object} field={field} record={record} />
            <button
              type="button"
              className={styles.fieldEdit}
              aria-label={`${t(recordScreenMessages.edit)} ${name}`}
            >
              <Icon name="edit" size={13} />
            </button>
          </div>
        ) : (
          <div className={`${styles.fieldValue} ${styles.fieldFixed}`} data-part="field-value">
            <Shown object={object} field={field} record={record} />
          </div>
        )}
        {error && <Refused why={error} />}
      </dd>
    </div>
  );
}

function Refused({ why }: { readonly why: string }) {
  return (
    <div className={`${base.note} ${base.noteError}`} role="alert">
      {why}
    </div>
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
  if (isBlank(value)) return <span className={base.muted}>—</span>;
  if (field.kind === "rich_text") return <RichText html={textValue(value)} />;
  if (field.kind === "long_text") return <span className={styles.longText}>{textValue(value)}</span>;
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
