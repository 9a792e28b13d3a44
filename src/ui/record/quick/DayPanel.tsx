import { DayPicker } from "../../kit/DayPicker.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { OneOf, type PanelProps } from "./ChoicePanel.tsx";
import { DAY_RANGES, dayIn, rangeText } from "./day-ranges.ts";
import { betweenText } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";
import * as styles from "./quick.module.css";

/** Days that move on with today, or from one day up to another. */
export function DayPanel({ field, quick, onText }: PanelProps) {
  const { t } = useLanguage();
  const { from, to } = quick.is === "between" ? quick : { from: "", to: "" };
  const choose = (next: { from?: string | null; to?: string | null }) => {
    const days = { from, to, ...next };
    onText(betweenText(dayIn(field), days.from ?? "", days.to ?? "", true));
  };
  return (
    <div className={styles.panel}>
      {DAY_RANGES.map((range) => {
        const isOn = quick.is === "days" && quick.range === range;
        return (
          <OneOf
            key={range}
            words={t(quickMessages[range])}
            isOn={isOn}
            onChoose={() => onText(isOn ? "" : rangeText(field, range))}
          />
        );
      })}
      <OneOf
        words={t(quickMessages.empty)}
        isOn={quick.is === "empty"}
        onChoose={() => onText(quick.is === "empty" ? "" : `ISBLANK(${field.name})`)}
      />
      <span className={styles.own}>{t(quickMessages.custom)}</span>
      <div className={styles.between}>
        <DayPicker label={t(quickMessages.from)} value={from} onChange={(day) => choose({ from: day })} />
        <span aria-hidden>–</span>
        <DayPicker label={t(quickMessages.to)} value={to} onChange={(day) => choose({ to: day })} />
      </div>
    </div>
  );
}
