import type { WorkingCalendar } from "../expression/types.ts";
import { dateOfDay, DAY_MS } from "./dates.ts";
import { momentOfClock } from "./moment.ts";
import { endOf, minutesOf, periodsOf } from "./week-hours.ts";
import { clockAt } from "./zone-clock.ts";

/** Moments as microseconds since 1970, exact in a number until the year 2255. */
export type Micros = number;
export const MICROS_PER_MINUTE = 60_000_000;
export const DAY_MICROS = DAY_MS * 1000;

/** An opening: from its first moment to the first that is not within. `day` is the one on which its hours stand. */
export interface WorkingSpan {
  readonly day: number;
  readonly from: Micros;
  readonly to: Micros;
}
export interface Pause {
  readonly from: Micros;
  readonly to: Micros;
}

const MOST_DAYS = 8000;

/** The openings of a day, by its number, in a zone; what overlaps counts once. */
export function spansByDay(
  calendar: WorkingCalendar,
  zone: string,
  pauses: readonly Pause[] = [],
): (day: number) => readonly WorkingSpan[] {
  const momentOf = momentsIn(zone);
  const known = new Map<number, readonly WorkingSpan[]>();
  const raw = (day: number): readonly WorkingSpan[] => {
    const date = dateOfDay(day);
    if (date === null) return [];
    return periodsOf(calendar.hours, date, calendar.exceptionOn(date)).map((period) => ({
      day,
      from: momentOf(day, minutesOf(period[0])),
      to: momentOf(day, endOf(period)),
    }));
  };
  return (day) => {
    const found = known.get(day);
    if (found) return found;
    let until = Math.max(0, ...raw(day - 1).map(({ to }) => to));
    const spans: WorkingSpan[] = [];
    for (const span of raw(day)) {
      const from = Math.max(span.from, until);
      if (from < span.to) spans.push(...without(pauses, { ...span, from }));
      until = Math.max(until, span.to);
    }
    if (known.size >= MOST_DAYS) known.clear();
    known.set(day, spans);
    return spans;
  };
}

function without(pauses: readonly Pause[], span: WorkingSpan): readonly WorkingSpan[] {
  let left = [span];
  for (const pause of pauses)
    left = left.flatMap((one) =>
      pause.to <= one.from || pause.from >= one.to
        ? [one]
        : [
            { ...one, to: Math.min(one.to, pause.from) },
            { ...one, from: Math.max(one.from, pause.to) },
          ].filter(({ from, to }) => from < to),
    );
  return left;
}

/** The number of the day that a clock in the zone shows at a moment. */
export const dayAt = (zone: string, at: Micros): number =>
  Math.floor(clockAt(Math.floor(at / 1000), zone) / DAY_MS);
/** Microseconds that a clock in the zone shows since the midnight of a day. */
export const clockOn = (zone: string, day: number, at: Micros): Micros => {
  const second = Math.floor(at / 1_000_000) * 1_000_000;
  return (clockAt(second / 1000, zone) - day * DAY_MS) * 1000 + (at - second);
};
/** The moment at which a clock shows so many microseconds after the midnight of a day. */
export function momentOn(zone: string, day: number, clock: Micros): Micros {
  const rest = clock % 1_000_000;
  return Number(momentOfClock(day * DAY_MS + (clock - rest) / 1000, zone)) + rest;
}

/** Around most days the clock does not change, and asking once for a day is enough. */
function momentsIn(zone: string): (day: number, minutes: number) => Micros {
  const offsets = new Map<number, number>();
  const offset = (day: number): number => {
    const known = offsets.get(day) ?? clockAt(day * DAY_MS, zone) - day * DAY_MS;
    offsets.set(day, known);
    return known;
  };
  return (day, minutes) => {
    const local = day * DAY_MS + minutes * 60_000;
    const [before, after] = [offset(day - 1), offset(day + 3)];
    return before === after && offset(day + 1) === before
      ? (local - before) * 1000
      : Number(momentOfClock(local, zone));
  };
}
