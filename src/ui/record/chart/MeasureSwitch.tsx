import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { COUNT, summedOf } from "./chart-rows.ts";
import { chartMessages } from "./chart.messages.ts";
import * as listStyles from "../list/list.module.css";

export interface MeasureSwitchProps {
  readonly object: ObjectInfo;
  /** null: how many there are. */
  readonly measure: FieldInfo | null;
  readonly onMeasure: (measure: string) => void;
}
/** How many, or the sum of one of the amounts; without an amount there is nothing to choose. */
export function MeasureSwitch({ object, measure, onMeasure }: MeasureSwitchProps) {
  const { t, of } = useLanguage();
  const fields = summedOf(object).slice(0, 3);
  if (fields.length === 0) return null;
  return (
    <div className={listStyles.segmented} role="group" aria-label={t(chartMessages.measure)}>
      {fields.map((field) => (
        <QuietButton
          key={field.name}
          on={measure?.name === field.name}
          aria-pressed={measure?.name === field.name}
          onClick={() => onMeasure(field.name)}
        >
          {of(field.label, field.name)}
        </QuietButton>
      ))}
      <QuietButton on={measure === null} aria-pressed={measure === null} onClick={() => onMeasure(COUNT)}>
        {t(chartMessages.count)}
      </QuietButton>
    </div>
  );
}
