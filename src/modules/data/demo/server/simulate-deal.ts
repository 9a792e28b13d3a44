import { addDays, daysBetween } from "../../../../shared/time/dates.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { Random } from "./random.ts";

export type DealStage = "discovery" | "needs" | "solution" | "proposal" | "negotiation" | "won" | "lost";
export interface Visit {
  readonly stage: DealStage;
  readonly from: string;
}

/** Median calendar days in a stage and the share of deals lost in it. */
const STAGES: readonly { readonly name: DealStage; readonly days: number; readonly lost: number }[] = [
  { name: "discovery", days: 6, lost: 0.24 },
  { name: "needs", days: 10, lost: 0.2 },
  { name: "solution", days: 13, lost: 0.18 },
  { name: "proposal", days: 11, lost: 0.22 },
  { name: "negotiation", days: 14, lost: 0.16 },
];
const STALL = 0.07;
const SILENT = 0.012;
const BACKWARD = 0.09;
const SKIP = 0.06;
const REOPEN = 0.06;
const MONTH_END_PULL = 0.5;
const MOST_VISITS = 14;

export interface DealCourse {
  readonly start: string;
  /** Above 1 loses less. */
  readonly skill: number;
  /** Above 1 takes longer. */
  readonly size: number;
}

/** The stages that a deal stood in until today, oldest first, each from another working day on. */
export function simulateDeal(
  { start, skill, size }: DealCourse,
  clock: DemoClock,
  random: Random,
): readonly Visit[] {
  const visits: Visit[] = [];
  let day = clock.workday(start);
  let index = 0;
  let wentBack = false;
  let reopened = false;
  while (day < clock.today && visits.length < MOST_VISITS) {
    const stage = STAGES[index];
    if (!stage) {
      visits.push({ stage: "won", from: day });
      break;
    }
    visits.push({ stage: stage.name, from: day });
    const isLost = random.chance(Math.min(0.9, stage.lost / skill));
    const left = leaveOn(day, stage.days * size * (isLost ? 1.25 : 1), clock, random);
    if (isLost) {
      if (left < clock.today) visits.push({ stage: "lost", from: left });
      if (reopened || !random.chance(REOPEN)) break;
      reopened = true;
      day = clock.workday(addDays(left, random.int(25, 110)));
      index = Math.min(index, 3);
      continue;
    }
    day = left;
    if (!wentBack && index >= 2 && random.chance(BACKWARD)) {
      wentBack = true;
      index -= 1;
    } else index += index === 0 && random.chance(SKIP) ? 2 : 1;
    if (index === STAGES.length && random.chance(MONTH_END_PULL))
      day = pulled(day, visits.at(-1)?.from ?? day, clock, random);
  }
  return visits;
}

function leaveOn(from: string, median: number, clock: DemoClock, random: Random): string {
  if (random.chance(SILENT)) return addDays(clock.today, 1000);
  const days = random.skewed(median, 0.5) * (random.chance(STALL) ? 2.5 + random.next() * 3 : 1);
  return clock.workday(addDays(from, Math.max(1, Math.round(days))));
}

/** Contracts gather at the end of the month. */
function pulled(day: string, after: string, clock: DemoClock, random: Random): string {
  const end = clock.monthEnd(day, random);
  return end > after && daysBetween(day, end) <= 16 && daysBetween(day, end) >= -3 ? end : day;
}
