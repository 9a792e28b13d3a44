import type { ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { type FieldChange, partsOf } from "./changed-part.ts";
import { ChangedValue } from "./ChangedValue.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./ChangedFields.module.css";

export interface ChangedFieldsProps {
  readonly object: ObjectInfo;
  readonly changes: readonly FieldChange[];
}
/** Each changed field, before and after. */
export function ChangedFields({ object, changes }: ChangedFieldsProps) {
  const { of } = useLanguage();
  return (
    <ul className={styles.eventChanges}>
      {changes.map((one) => {
        const field = object.byName[one.field];
        if (!field) return null;
        const [before, after] = partsOf(field, one);
        return (
          <li key={field.name}>
            <span className={base.muted}>{of(field.label)}</span>
            {(!isBlank(before.value) || before.erased) && (
              <>
                <del>
                  <ChangedValue object={object} field={field} part={before} />
                </del>
                <Icon name="right" size={12} />
              </>
            )}
            <ChangedValue object={object} field={field} part={after} />
          </li>
        );
      })}
    </ul>
  );
}
