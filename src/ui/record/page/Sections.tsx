import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank } from "../../data/values.ts";
import { isFullWidth } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useFormRules } from "../form/use-form-rules.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { FieldHistoryButton } from "../versions/FieldHistory.tsx";
import { headFields } from "./key-figures.ts";
import { InPlaceField } from "./InPlaceField.tsx";
import { type RecordSection, recordSections, SYSTEM_FIELDS } from "./record-sections.ts";
import * as styles from "./Sections.module.css";

/** A field that somebody wants to fill in, and how often that was asked: it opens again each time. */
export interface WantedField {
  readonly name: string;
  readonly times: number;
}
interface SectionsProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly editable: boolean;
  readonly wanted: WantedField | null;
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
  !object.ledger && !WITHOUT_HISTORY.includes(field.kind) && !SYSTEM_FIELDS.includes(field.name);
/** Where a record stands is told by the path above. */
const isOfPath = ({ kind, name }: FieldInfo): boolean => kind === "stage" || name === "pipeline";

/** The fields in their sections, a click changes one in its place; those that are empty are folded. */
export function Sections({ object, record, editable, wanted }: SectionsProps) {
  const rules = useFormRules(object);
  const elsewhere = new Set([
    object.title,
    ...headFields(object, record).map(({ name }) => name),
    ...object.fields.filter(({ kind }) => kind === "stage").map(({ name }) => name),
  ]);
  return (
    <div className={styles.sections}>
      {recordSections(object, elsewhere, (field) => rules.isVisible(field, record)).map((section) => (
        <Section key={section.key} {...{ object, record, editable, wanted, section }} />
      ))}
    </div>
  );
}

function Section({
  object,
  record,
  editable,
  wanted,
  section,
}: SectionsProps & { readonly section: RecordSection }) {
  const { t, of } = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  const filled = section.fields.filter((field) => !isBlank(record[field.name]));
  const empty = section.fields.length - filled.length;
  // Fields keep their places when the others show, too.
  const isWanted = section.fields.some(({ name }) => name === wanted?.name);
  const shown = unfolded || isWanted ? section.fields : filled;
  return (
    <section>
      <h2>{of(section.label)}</h2>
      <dl>
        {shown.map((field) => (
          <FieldLine
            key={field.name}
            object={object}
            field={field}
            record={record}
            editable={editable && isEditable(object, field) && !isOfPath(field)}
            wanted={field.name === wanted?.name ? wanted.times : 0}
          />
        ))}
      </dl>
      {empty > 0 && !isWanted && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded
            ? t(recordScreenMessages.foldEmpty)
            : t(recordScreenMessages.emptyFields, { count: empty })}
        </button>
      )}
    </section>
  );
}

function FieldLine({
  object,
  field,
  record,
  editable,
  wanted,
}: {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly editable: boolean;
  /** How often it was asked for; nought: not at all. */
  readonly wanted: number;
}) {
  const { of } = useLanguage();
  // Beside the other columns there is room for one field in a line: only long ones stand under their label.
  const isStacked = (field.width === "full" || field.kind === "rich_text") && !isBlank(record[field.name]);
  return (
    <div
      className={styles.line}
      data-wide={isFullWidth(field) || undefined}
      data-stacked={isStacked || undefined}
      data-field={field.name}
    >
      <dt title={of(field.description) || undefined}>
        {of(field.label, field.name)}
        {hasHistory(object, field) && <FieldHistoryButton object={object} field={field} id={idOf(record)} />}
      </dt>
      <dd>
        <InPlaceField
          key={wanted}
          object={object}
          field={field}
          record={record}
          editable={editable}
          startsOpen={wanted > 0}
        />
      </dd>
    </div>
  );
}
