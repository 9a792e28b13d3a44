import { Select } from "antd";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";
import { MOVEMENT_PERIODS } from "./movement-state.ts";
import type { MovementControlsProps } from "./MovementControls.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

const PERIOD_TEXTS = {
  week: movementMessages.week,
  month: insightScreenMessages.month,
  quarter: insightScreenMessages.quarter,
  year: insightScreenMessages.year,
  custom: insightScreenMessages.custom,
} as const;

/** Between which two days: by name, or any. */
export function MovementPeriod({ state, change }: Pick<MovementControlsProps, "state" | "change">) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        className={insightStyles.insightChoice}
        aria-label={t(insightScreenMessages.period)}
        value={state.period}
        options={MOVEMENT_PERIODS.map((name) => ({ value: name, label: t(PERIOD_TEXTS[name]) }))}
        onChange={(period) =>
          change(
            period === "custom" ? { period, from: state.from, to: state.to } : { period, from: "", to: "" },
          )
        }
      />
      {state.period === "custom" && <Days state={state} change={change} />}
    </>
  );
}

function Days({ state, change }: Pick<MovementControlsProps, "state" | "change">) {
  const { t } = useLanguage();
  const day = (name: "from" | "to") => (
    <DayInput
      label={t(insightScreenMessages[name])}
      needed
      value={state[name]}
      {...(name === "to" && state.from ? { from: state.from } : {})}
      {...(name === "from" && state.to ? { to: state.to } : {})}
      onChange={(next) => next && change({ [name]: next })}
    />
  );
  return (
    <span className={base.line}>
      {day("from")}
      <span aria-hidden>–</span>
      {day("to")}
    </span>
  );
}
