import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import type { Choice, Clash } from "./conflict.ts";
import { conflictMessages } from "./conflict.messages.ts";
import { ConflictValue } from "./ConflictValue.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./ClashLine.module.css";

export interface ClashLineProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly clash: Clash;
  readonly mine: WireValue | undefined;
  readonly current: Values;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}
/** A field that both changed: its two values side by side, one of them chosen. */
export function ClashLine({ object, field, clash, mine, current, value, onChange }: ClashLineProps) {
  const { t, of } = useLanguage();
  const author = clash.author || t(conflictMessages.bySomeone);
  const sides = [
    { key: "mine", name: t(conflictMessages.mine), note: t(conflictMessages.notSaved), shown: mine },
    {
      key: "theirs",
      name: t(conflictMessages.theirs),
      note: clash.at ? t(conflictMessages.by, { author, time: timeText(clash.at) }) : author,
      shown: current[field.name],
    },
  ] as const;
  return (
    <fieldset className={styles.conflictField}>
      <legend>{of(field.label, field.name)}</legend>
      {sides.map(({ key, name, note, shown }) => (
        <label key={key} className={styles.conflictSide} data-on={value === key || undefined}>
          <input
            type="radio"
            name={`conflict-${field.name}`}
            checked={value === key}
            onChange={() => onChange(key)}
          />
          <span className={styles.conflictText}>
            <strong>{name}</strong>
            <span className={styles.conflictValue}>
              <ConflictValue object={object} field={field} current={current} value={shown} />
            </span>
            <small className={base.muted}>{note}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
