import { Segmented } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { PERIODS } from "./insight-state.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import type { InsightControlsProps } from "./InsightControls.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export const PERIOD_TEXTS = {
  month: insightScreenMessages.month,
  quarter: insightScreenMessages.quarter,
  year: insightScreenMessages.year,
  all: insightScreenMessages.allTime,
  custom: insightScreenMessages.custom,
} as const;

/** The period by name, or from one day to another. */
export function InsightPeriod({ state, change }: Pick<InsightControlsProps, "state" | "change">) {
  const { t } = useLanguage();
  return (
    <>
      <Segmented
        aria-label={t(insightScreenMessages.period)}
        value={state.period}
        options={PERIODS.map((name) => ({ value: name, label: t(PERIOD_TEXTS[name]) }))}
        onChange={(period) =>
          change(
            period === "custom" ? { period, from: state.from, to: state.to } : { period, from: "", to: "" },
          )
        }
      />
      {state.period === "custom" && (
        <span className={base.line}>
          <DayInput
            label={t(insightScreenMessages.from)}
            value={state.from}
            max={state.to}
            onChange={(from) => change({ from })}
          />
          <span aria-hidden>–</span>
          <DayInput
            label={t(insightScreenMessages.to)}
            value={state.to}
            min={state.from}
            onChange={(to) => change({ to })}
          />
        </span>
      )}
    </>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (day: string) => void;
}
const DayInput = ({ label, value, min, max, onChange }: DayInputProps) => (
  <input
    className={`${insightStyles.insightDay} ${base.num}`}
    type="date"
    aria-label={label}
    value={value}
    min={min || undefined}
    max={max || undefined}
    onChange={(event) => onChange(event.target.value)}
  />
);
