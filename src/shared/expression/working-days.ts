import { dayNumber, daysLater } from "../time/dates.ts";
import { localDate, parseMoment } from "../time/moment.ts";
import type { Moment, WorkingCalendar } from "./types.ts";
import { type Value, big } from "./values.ts";

/** Years before and after now in which working days are known; beyond them WORKDAY and its kin are null. */
const YEARS_BEFORE = 20;
const YEARS_AFTER = 10;

/** First and last date of the years in which working days are known. */
export function workingRange(moment: Moment): { readonly from: string; readonly to: string } {
  const year = Number((localDate(parseMoment(moment.now) ?? 0n, moment.zone) ?? "1970").slice(0, 4));
  const bound = (value: number): string => String(Math.min(Math.max(value, 1), 9999)).padStart(4, "0");
  return { from: `${bound(year - YEARS_BEFORE)}-01-01`, to: `${bound(year + YEARS_AFTER)}-12-31` };
}

/** Every working day of the range, in order: what the database counts with. */
export function workingDates(moment: Moment): string[] {
  const { from, to } = workingRange(moment);
  const known = datesOf.get(moment.calendar);
  if (known?.from === from) return known.dates;
  const dates: string[] = [];
  for (let date: string | null = from; date !== null && date <= to; date = daysLater(date, 1))
    if (moment.calendar.isWorkingDay(date)) dates.push(date);
  datesOf.set(moment.calendar, { from, dates });
  return dates;
}
/** A calendar never changes; the dates of one are asked for with every statement that counts working days. */
const datesOf = new WeakMap<WorkingCalendar, { readonly from: string; readonly dates: string[] }>();

/** The date `days` working days after (before, when negative) `date`; null outside the range. */
export function addWorkingDays(moment: Moment, date: string, days: number): string | null {
  const { from, to } = workingRange(moment);
  if (date < from || date > to) return null;
  if (days === 0) return date;
  if (Math.abs(days) > dayNumber(to) - dayNumber(from)) return null;
  const result = moment.calendar.add(date, days);
  return result < from || result > to ? null : result;
}

/** Working days from `from` to `to`, negative backwards; `inclusive` counts the first day too. */
export function workingDaysBetween(moment: Moment, from: string, to: string, inclusive: boolean): Value {
  const range = workingRange(moment);
  const [first, last] = from <= to ? [from, to] : [to, from];
  if (first < range.from || last > range.to) return null;
  const count =
    moment.calendar.between(first, last) + (inclusive && moment.calendar.isWorkingDay(first) ? 1 : 0);
  return big(from <= to ? count : -count || 0);
}
