import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { DwellLevel, VisitLength } from "../shared/dwell.ts";
import type { DwellNorm } from "../shared/dwell.contract.ts";
import { pipelineScreenMessages } from "./pipeline.messages.ts";

type Say = LanguageTools["t"];
const short = (days: number): number => Math.round(days * 10) / 10;

/** "9 work days". */
export const daysText = (t: Say, days: number): string => t(pipelineScreenMessages.workDays, { days });
/** Beside the colour: a triangle for red, a clock in a pill for amber. */
export const levelIcon = ({ level }: DwellLevel): "warning" | "clock" =>
  level === "red" ? "warning" : "clock";

/** Why a stay is long, and what is usual in its stage. */
export function dwellNormLines(
  t: Say,
  norm: DwellNorm | undefined,
  { level, cause }: DwellLevel,
): readonly string[] {
  const days = norm?.working_days ?? null;
  const max = norm?.max_dwell ?? null;
  return [
    ...(cause
      ? [
          t(level === "red" ? pipelineScreenMessages.dwellTooLong : pipelineScreenMessages.dwellLong, {
            why: t(pipelineScreenMessages[cause], { max: max ?? 0, outlier: short(days?.outlier ?? 0) }),
          }),
        ]
      : []),
    ...(days
      ? [
          t(pipelineScreenMessages.dwellNorm, {
            p50: short(days.p50),
            p75: short(days.p75),
            p90: short(days.p90),
            n: norm?.n ?? 0,
          }),
        ]
      : [t(pipelineScreenMessages.dwellNoNorm)]),
    ...(max !== null && cause !== "over_max" && cause !== "near_max"
      ? [t(pipelineScreenMessages.dwellMax, { max })]
      : []),
  ];
}
export const visitLine = (t: Say, stay: VisitLength): string =>
  t(pipelineScreenMessages.dwellStay, { days: stay.workingDays, calendar: stay.calendarDays });
