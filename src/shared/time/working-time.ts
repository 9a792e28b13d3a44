import type { WorkingCalendar } from "../expression/types.ts";
import { formatMoment, parseMoment } from "./moment.ts";
import {
  clockOn,
  dayAt,
  DAY_MICROS,
  type Micros,
  MICROS_PER_MINUTE,
  momentOn,
  spansByDay,
  type WorkingSpan,
} from "./working-spans.ts";

export const TIME_UNITS = [
  "working_minutes",
  "working_hours",
  "working_days",
  "minutes",
  "hours",
  "days",
] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];
export interface TimeAmount {
  /** Negative: before. Days of work count in whole ones. */
  readonly amount: number;
  readonly unit: TimeUnit;
}
/** Somebody is not there, from one moment (ISO) to another. */
export interface Absence {
  readonly from: string;
  readonly until: string;
}
export interface WorkingTimeOf {
  readonly calendar: WorkingCalendar;
  readonly zone: string;
  readonly absences?: readonly Absence[];
}

/** The hours in which somebody works. Moments are ISO UTC; null where no hour is worked within ten years. */
export interface WorkingTime {
  isOpen(at: string): boolean;
  /** The moment itself where it is within hours, else the next opening. */
  opensAt(at: string): string | null;
  /**
   * The moment so much later. What begins outside of hours begins with the next opening; going back, with the
   * closing before. A day of work ends at the same time of the clock, or within that day's hours.
   */
  add(at: string, by: TimeAmount): string | null;
  /** Minutes of work from one moment to another, negative backwards. */
  minutesBetween(from: string, to: string): number;
}

/** So far a next opening is looked for. */
const MOST_DAYS = 3660;
const EXACT: Readonly<Partial<Record<TimeUnit, Micros>>> = {
  minutes: MICROS_PER_MINUTE,
  hours: 60 * MICROS_PER_MINUTE,
  days: DAY_MICROS,
};
export const microsOf = (iso: string): Micros => Number(parseMoment(iso) ?? 0n);
const isoOf = (at: Micros): string => formatMoment(BigInt(Math.round(at)));

/**
 * Working time by a calendar, without the times in which somebody is away.
 * @example workingTimeOf({ calendar, zone }).add("2026-09-30T09:30:00Z", { amount: 4, unit: "working_hours" })
 */
export function workingTimeOf({ calendar, zone, absences = [] }: WorkingTimeOf): WorkingTime {
  const walk = walkOver(
    spansByDay(
      calendar,
      zone,
      absences.map(({ from, until }) => ({ from: microsOf(from), to: microsOf(until) })),
    ),
    zone,
  );
  const opens = (at: Micros): Micros | null => {
    const [span] = walk.after(at);
    return span ? Math.max(at, span.from) : null;
  };
  const told = (at: Micros | null): string | null => (at === null ? null : isoOf(at));
  return {
    isOpen: (at) => opens(microsOf(at)) === microsOf(at),
    opensAt: (at) => told(opens(microsOf(at))),
    add: (iso, { amount, unit }) => {
      const at = microsOf(iso);
      const exact = EXACT[unit];
      if (exact !== undefined) return told(at + amount * exact);
      if (amount === 0) return told(opens(at));
      if (unit === "working_days") return told(addDays(walk, zone, at, Math.trunc(amount)));
      const length = amount * MICROS_PER_MINUTE * (unit === "working_hours" ? 60 : 1);
      return told(amount > 0 ? forward(walk, at, length) : backward(walk, at, -length));
    },
    minutesBetween: (from, to) => {
      const [a, b] = [microsOf(from), microsOf(to)];
      const length = worked(walk, Math.min(a, b), Math.max(a, b)) / MICROS_PER_MINUTE;
      return a <= b ? length : -length || 0;
    },
  };
}

interface Walk {
  /** Openings that end after a moment, in order. */
  after(at: Micros): Iterable<WorkingSpan>;
  /** Openings that begin before a moment, the last one first. */
  before(at: Micros): Iterable<WorkingSpan>;
  on(day: number): readonly WorkingSpan[];
}
function walkOver(on: (day: number) => readonly WorkingSpan[], zone: string): Walk {
  function* spans(first: number, step: 1 | -1): Generator<WorkingSpan> {
    for (let day = first; Math.abs(day - first) < MOST_DAYS; day += step)
      yield* step === 1 ? on(day) : [...on(day)].reverse();
  }
  return {
    on,
    // Hours that run over midnight stand on the day before.
    *after(at) {
      for (const span of spans(dayAt(zone, at) - 1, 1)) if (span.to > at) yield span;
    },
    *before(at) {
      for (const span of spans(dayAt(zone, at), -1)) if (span.from < at) yield span;
    },
  };
}

function forward(walk: Walk, at: Micros, length: Micros): Micros | null {
  let left = length;
  for (const { from, to } of walk.after(at)) {
    const start = Math.max(at, from);
    if (left <= to - start) return start + left;
    left -= to - start;
  }
  return null;
}
function backward(walk: Walk, at: Micros, length: Micros): Micros | null {
  let left = length;
  for (const { from, to } of walk.before(at)) {
    const end = Math.min(at, to);
    if (left <= end - from) return end - left;
    left -= end - from;
  }
  return null;
}

function addDays(walk: Walk, zone: string, at: Micros, days: number): Micros | null {
  const [first] = days > 0 ? walk.after(at) : walk.before(at);
  if (!first) return null;
  const start = days > 0 ? Math.max(at, first.from) : Math.min(at, first.to);
  const clock = clockOn(zone, first.day, start);
  const step = Math.sign(days);
  let [day, left] = [first.day, Math.abs(days)];
  for (let tried = 0; left > 0; tried++) {
    day += step;
    if (tried > MOST_DAYS) return null;
    if (walk.on(day).length > 0) left -= 1;
  }
  const wanted = momentOn(zone, day, clock);
  const spans = walk.on(day);
  const within = spans.find(({ to }) => wanted <= to);
  return within ? Math.max(wanted, within.from) : (spans.at(-1)?.to ?? null);
}

function worked(walk: Walk, from: Micros, to: Micros): Micros {
  let sum = 0;
  for (const span of walk.after(from)) {
    if (span.from >= to) break;
    sum += Math.min(span.to, to) - Math.max(span.from, from);
  }
  return sum;
}
