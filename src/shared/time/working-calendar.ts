import type { WorkingCalendar } from "../expression/types.ts";
import { dateOf, dayNumber } from "./dates.ts";
import { DEFAULT_HOURS, type WeekHours } from "./week-hours.ts";

/**
 * A day that differs from the week's rule (Monday to Friday): a holiday, or a weekend day worked in exchange
 * (调休).
 */
export interface CalendarException {
  readonly date: string;
  readonly working: boolean;
}

const FAR = 4_000_000;

/**
 * The calendar of a company: Monday to Friday but for the exceptions. Later entries for a date win.
 * `add` by 0 days is the date itself; `between` counts the working days in (from, to], negative when `to` is
 * earlier.
 * @example calendarOf([{ date: "2026-10-10", working: true }]).isWorkingDay("2026-10-10") // true, a Saturday
 */
export function calendarOf(
  exceptions: readonly CalendarException[],
  hours: WeekHours = DEFAULT_HOURS,
): WorkingCalendar {
  const byDay = new Map(
    exceptions
      .filter(({ date }) => Number.isFinite(dayNumber(date)))
      .map(({ date, working }) => [dayNumber(date), working]),
  );
  const differing = [...byDay]
    .filter(([day, working]) => working !== isWeekday(day))
    .sort(([a], [b]) => a - b);
  const days = differing.map(([day]) => day);
  const totals = differing.reduce<number[]>(
    (sums, [, working]) => [...sums, (sums.at(-1) ?? 0) + (working ? 1 : -1)],
    [],
  );

  /** Working days up to and with `day`, counted from a fixed Monday long ago. */
  const countTo = (day: number): number => weekdaysTo(day) + (totals[lastAtMost(days, day)] ?? 0);
  const between = (from: number, to: number): number => countTo(to) - countTo(from);
  return {
    hours,
    exceptionOn: (date) => byDay.get(dayNumber(date)) ?? null,
    isWorkingDay: (date) => byDay.get(dayNumber(date)) ?? isWeekday(dayNumber(date)),
    between: (from, to) => between(dayNumber(from), dayNumber(to)),
    add: (date, count) => {
      const start = dayNumber(date);
      if (count > 0) return dateOf(firstDay((day) => between(start, day) >= count, start, start + FAR));
      // Before `date` itself: the last day from which `count` working days remain until the day before it.
      if (count < 0) return dateOf(firstDay((day) => between(day, start - 1) < -count, start - FAR, start));
      return date;
    },
  };
}

const MONDAY = dayNumber("0001-01-01");
const isWeekday = (day: number): boolean => (day - MONDAY) % 7 < 5;
const weekdaysTo = (day: number): number =>
  Math.floor((day - MONDAY + 1) / 7) * 5 + Math.min(mod(day - MONDAY + 1, 7), 5);
const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Index of the last entry that is at most `value`; -1 when none is. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = -1;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The first day in (low, high] for which a condition that never becomes false again holds. */
function firstDay(holds: (day: number) => boolean, low: number, high: number): number {
  let below = low;
  let above = high;
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
