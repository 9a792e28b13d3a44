import { wholeDaysBetween } from "../../../../shared/time/spans.ts";
import type { WorkingCalendar } from "../../../../shared/expression/types.ts";
import { type CalendarException, calendarOf } from "../../../../shared/time/working-calendar.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { Stage } from "./pipeline.ts";
import type { DwellFigures, DwellNorms } from "./dwell.contract.ts";

export interface DwellLimits {
  readonly amber?: number;
  readonly red?: number;
}
/** Why a stay is long, the gravest reason first. */
export const DWELL_CAUSES = [
  "over_max",
  "over_set",
  "outlier",
  "over_p90",
  "over_usual",
  "near_max",
  "near_set",
  "over_p75",
  "near_usual",
] as const;
export type DwellCause = (typeof DWELL_CAUSES)[number];
export interface DwellLevel {
  readonly level: "fine" | "amber" | "red";
  readonly cause: DwellCause | null;
}

/** Below this share of the longest stay nobody is warned. */
const NEAR = 0.8;
const MOST = Number.POSITIVE_INFINITY;

/**
 * How a stay of so many working days compares with its stage, as `stageClock` draws the limits: red beyond
 * the longest stay and what is set for the stage, else the 90th percentile of won records or as an outlier;
 * amber beyond what is set, else the 75th, or four fifths of the longest stay. Where nothing is known, the
 * usual.
 * @example dwellLevel(9, undefined, 10) // { level: "amber", cause: "near_max" }
 */
export function dwellLevel(
  workingDays: number,
  norm: DwellFigures | null | undefined,
  maxDwell: number | null | undefined,
  set?: DwellLimits | null,
): DwellLevel {
  const max = maxDwell ?? MOST;
  const measured = norm ?? null;
  const usual = measured === null && max === MOST;
  const red = (cause: DwellCause): DwellLevel => ({ level: "red", cause });
  const amber = (cause: DwellCause): DwellLevel => ({ level: "amber", cause });
  if (set?.red !== undefined) {
    if (workingDays > set.red) return red("over_set");
  } else {
    if (workingDays > max) return red("over_max");
    if (measured && workingDays > measured.outlier) return red("outlier");
    if (measured && workingDays > measured.p90) return red("over_p90");
    if (usual && workingDays > USUAL_DWELL.red) return red("over_usual");
  }
  if (set?.amber !== undefined) return workingDays > set.amber ? amber("near_set") : FINE;
  if (workingDays > max * NEAR) return amber("near_max");
  if (measured && workingDays > measured.p75) return amber("over_p75");
  return usual && workingDays > USUAL_DWELL.amber ? amber("near_usual") : FINE;
}
const FINE: DwellLevel = { level: "fine", cause: null };
/** Working days where too few records were won and nothing is set. */
export const USUAL_DWELL = { amber: 10, red: 20 } as const;

/** One stay of a record in a stage, as far as its length goes. */
export interface VisitLength {
  readonly workingDays: number;
  readonly calendarDays: number;
}
/** The length of a stay that began at `entered` and lasts until `now`, by the company's calendar and zone. */
export function visitLengthOf(
  norms: Pick<DwellNorms, "exceptions" | "zone">,
  entered: string,
  now: string,
): VisitLength {
  const calendar: WorkingCalendar = calendarIn(norms.exceptions);
  return {
    workingDays: Math.max(0, calendar.between(dayIn(norms.zone, entered), dayIn(norms.zone, now))),
    calendarDays: Math.max(0, wholeDaysBetween(entered, now)),
  };
}
const calendars = new WeakMap<readonly CalendarException[], WorkingCalendar>();
function calendarIn(exceptions: readonly CalendarException[]): WorkingCalendar {
  const known = calendars.get(exceptions) ?? calendarOf(exceptions);
  calendars.set(exceptions, known);
  return known;
}

/** Only a record that is still on its way can stand still. */
export const canStandStill = (stage: Pick<Stage, "type">): boolean => stage.type === "open";
