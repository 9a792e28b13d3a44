import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { partOf, type Shape } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { dayText } from "../../../../ui/kit/time-text.ts";
import type { Stage } from "../../pipeline/shared/public.ts";
import * as styles from "./StageBar.module.css";
import * as base from "../../../../ui/kit/base.module.css";

const { close_date } = opportunity.fields;
const closed = { fields: { ...staged.fields, close_date } } as const satisfies Shape;

export interface PathEndProps {
  readonly record: Values;
  /** Those that close a record: won and lost. */
  readonly stages: readonly Stage[];
  readonly current: Stage | undefined;
  readonly locked: boolean;
  readonly onMove: (stage: string) => void;
}
/** Where the path ends: how to close a record, or how it was closed and when. */
export function PathEnd({ record, stages, current, locked, onMove }: PathEndProps) {
  const { of } = useLanguage();
  // Closed since then, it is closed while one looks.
  const [opened] = useState(() => Date.now());
  if (current && current.type !== "open") {
    const { stage_entered_at: since, close_date } = partOf(closed, record);
    const day = close_date ?? (since ? dayText(since) : null);
    const isFresh = Date.parse(since ?? "") > opened;
    return (
      <span
        className={styles.closed}
        data-type={current.type}
        data-fresh={isFresh || undefined}
        aria-current="step"
      >
        <Icon name={current.type === "won" ? "check" : "close"} size={13} />
        {of(current.label, current.name)}
        {day && <small className={base.num}>{day}</small>}
      </span>
    );
  }
  if (locked) return null;
  return (
    <span className={styles.end}>
      {stages.map((stage) => (
        <button
          key={stage.name}
          type="button"
          className={styles.close}
          data-type={stage.type}
          onClick={() => onMove(stage.name)}
        >
          {of(stage.label, stage.name)}
        </button>
      ))}
    </span>
  );
}
