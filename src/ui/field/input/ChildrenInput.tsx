import type { Values } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import { newId } from "../../data/new-id.ts";
import { can, type FieldInfo, isEditable, type ObjectInfo, useObject } from "../../data/objects.ts";
import { useRecordList } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { FieldInput } from "../FieldInput.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { kindUi } from "../kind-uis.ts";
import { linesAfter, readChange, without, withValue, writeChange } from "./children-change.ts";
import * as base from "../../kit/base.module.css";
import * as fieldStyles from "../../kit/Field.module.css";
import * as styles from "./ChildrenInput.module.css";

const PAGE = 100;
const COLUMNS = 6;

/** The lines of a record in a small table; they are saved with the record. */
export function ChildrenInput({ field, value, onChange, record, asOf = null, disabled }: InputProps) {
  const { t } = useLanguage();
  const child = useObject(field.kind === "children" ? field.object : "");
  const via = field.kind === "children" ? field.via : "";
  const parent = record && partOf(anyRecord, record).version !== undefined ? idOf(record) : "";
  const query = { filter: `${via} == ${JSON.stringify(parent)}`, limit: PAGE, as_of: asOf };
  const answer = useRecordList(child?.name ?? "", query, child !== undefined && parent !== "");
  if (!child) return null;
  const kept = answer.data?.pages.flatMap((page) => page.data) ?? [];
  const change = readChange(value);
  const lines = linesAfter(kept, change);
  const fields = lineFields(child, via);
  const keptLine = (id: string) => kept.find((line) => idOf(line) === id);
  const isKept = (id: string) => keptLine(id) !== undefined;
  return (
    <div className={styles.lines}>
      {lines.length === 0 ? (
        <p className={base.muted}>{t(fieldMessages.noLines)}</p>
      ) : (
        <LineTable
          child={child}
          fields={fields}
          lines={lines}
          isFixed={(one, id) =>
            (disabled ?? false) || (isKept(id) && (one.fixed === true || !can(child, "update")))
          }
          onSet={(id, name, next) =>
            onChange(writeChange(withValue(change, id, name, next, partOf(anyRecord, keptLine(id)).version)))
          }
          onRemove={disabled ? null : (id) => onChange(writeChange(without(change, id, isKept(id))))}
        />
      )}
      {answer.hasNextPage && (
        <QuietButton disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {t(fieldMessages.moreLines)}
        </QuietButton>
      )}
      {!disabled && can(child, "create") && (
        <QuietButton
          icon="plus"
          onClick={() => onChange(writeChange({ ...change, upsert: [...change.upsert, { id: newId() }] }))}
        >
          {t(fieldMessages.addLine)}
        </QuietButton>
      )}
    </div>
  );
}

const lineFields = (child: ObjectInfo, via: string): readonly FieldInfo[] =>
  child.fields
    .filter(
      (one) =>
        one.name !== via &&
        !one.system &&
        one.kind !== "children" &&
        isEditable(child, one, true) &&
        kindUi(one).Input,
    )
    .toSorted((one, other) => Number(other.required ?? false) - Number(one.required ?? false))
    .slice(0, COLUMNS);

interface LineTableProps {
  readonly child: ObjectInfo;
  readonly fields: readonly FieldInfo[];
  readonly lines: readonly Values[];
  readonly isFixed: (field: FieldInfo, id: string) => boolean;
  readonly onSet: (id: string, field: string, value: Values[string]) => void;
  readonly onRemove: ((id: string) => void) | null;
}
function LineTable({ child, fields, lines, isFixed, onSet, onRemove }: LineTableProps) {
  const { t, of } = useLanguage();
  return (
    <div className={styles.linesScroll}>
      <table aria-label={of(child.plural)}>
        <thead>
          <tr>
            {fields.map((one) => (
              <th key={one.name} scope="col">
                {of(one.label, one.name)}
                {one.required && <span className={`${fieldStyles.required} ${styles.linesRequired}`}>*</span>}
              </th>
            ))}
            {onRemove && <th aria-label={t(fieldMessages.removeLine)} />}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={idOf(line)}>
              {fields.map((one) => (
                <td key={one.name} aria-label={of(one.label, one.name)}>
                  <FieldInput
                    object={child.name}
                    field={one}
                    record={line}
                    value={line[one.name]}
                    disabled={isFixed(one, idOf(line))}
                    onChange={(next) => onSet(idOf(line), one.name, next)}
                  />
                </td>
              ))}
              {onRemove && (
                <td className={styles.linesRemove}>
                  <QuietButton
                    icon="trash"
                    aria-label={t(fieldMessages.removeLine)}
                    onClick={() => onRemove(idOf(line))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
