import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import type { Clash } from "./conflict.ts";
import { conflictMessages } from "./conflict.messages.ts";
import { ConflictValue } from "./ConflictValue.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./ConflictBesides.module.css";

export interface ConflictBesidesProps {
  readonly object: ObjectInfo;
  readonly clashes: readonly Clash[];
  /** The record as it is now. */
  readonly current: Values;
}
/** What only they changed: told, with nothing to choose. */
export function ConflictBesides({ object, clashes, current }: ConflictBesidesProps) {
  if (clashes.length === 0) return null;
  return (
    <ul className={styles.conflictBesides}>
      {clashes.map((clash) => (
        <BesideLine key={clash.field} object={object} clash={clash} current={current} />
      ))}
    </ul>
  );
}

interface BesideLineProps {
  readonly object: ObjectInfo;
  readonly clash: Clash;
  readonly current: Values;
}
/** A field that they changed and the reader did not. */
function BesideLine({ object, clash, current }: BesideLineProps) {
  const { t, of } = useLanguage();
  const field = object.byName[clash.field];
  if (!field) return null;
  const author = clash.author || t(conflictMessages.bySomeone);
  return (
    <li>
      <strong>{of(field.label, field.name)}</strong>{" "}
      <ConflictValue object={object} field={field} current={current} value={current[field.name]} />{" "}
      <small className={base.muted}>
        {clash.at ? t(conflictMessages.by, { author, time: timeText(clash.at) }) : author}
      </small>
    </li>
  );
}
