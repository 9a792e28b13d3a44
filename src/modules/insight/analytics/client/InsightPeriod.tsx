import { Select } from "antd";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
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
      <Select
        className={insightStyles.insightChoice}
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
            {...(state.to ? { to: state.to } : {})}
            onChange={(from) => change({ from: from ?? "" })}
          />
          <span aria-hidden>–</span>
          <DayInput
            label={t(insightScreenMessages.to)}
            value={state.to}
            {...(state.from ? { from: state.from } : {})}
            onChange={(to) => change({ to: to ?? "" })}
          />
        </span>
      )}
    </>
  );
}
