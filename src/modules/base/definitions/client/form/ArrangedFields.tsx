import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { ArrangedField } from "./ArrangedField.tsx";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import * as styles from "./ArrangedFields.module.css";

export interface ArrangedFieldsProps {
  readonly object: ObjectInfo;
  readonly names: readonly string[];
  /** Of the section that they stand in. */
  readonly section: number;
  readonly arranging: Arranging;
}
/** The fields of one section; what is let go beside them stands last. */
export function ArrangedFields({ object, names, section, arranging }: ArrangedFieldsProps) {
  const { t } = useLanguage();
  return (
    <div
      className={styles.fields}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        arranging.drop({ section, at: names.length });
      }}
    >
      {names.map((name, at) => {
        const field = arranging.fields.fieldOf(name);
        return (
          field && (
            <ArrangedField
              key={name}
              {...{ object, field, arranging }}
              onDrop={() => arranging.drop({ section, at })}
            />
          )
        );
      })}
      {names.length === 0 && <span className={styles.empty}>{t(formLayoutMessages.dropHere)}</span>}
    </div>
  );
}
