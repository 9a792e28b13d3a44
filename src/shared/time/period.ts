import { addDays, addMonths, weekdayOf } from "./dates.ts";

export const PERIODS = ["day", "week", "month", "quarter", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** First and last day, both within. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The period that a date lies in. Weeks begin on Monday.
 * @example periodOf("quarter", "2026-05-20") // {from: "2026-04-01", to: "2026-06-30"}
 */
export function periodOf(period: Period, date: string): DateRange {
  const from = startOf(period, date);
  return { from, to: addDays(step(period, from, 1), -1) };
}

/** The period `count` periods later, earlier when negative. */
export const periodAfter = (period: Period, date: string, count: number): DateRange =>
  periodOf(period, step(period, startOf(period, date), count));

/** Every period that touches the range, in order; at most `limit` of them. */
export function periodsIn(period: Period, range: DateRange, limit = 1000): readonly DateRange[] {
  const found: DateRange[] = [];
  for (
    let next = periodOf(period, range.from);
    next.from <= range.to && found.length < limit;
    next = periodAfter(period, next.from, 1)
  )
    found.push(next);
  return found;
}

function startOf(period: Period, date: string): string {
  if (period === "day") return date;
  if (period === "week") return addDays(date, 1 - weekdayOf(date));
  const month = Number(date.slice(5, 7));
  const first = period === "month" ? month : period === "quarter" ? month - ((month - 1) % 3) : 1;
  return `${date.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}
function step(period: Period, from: string, count: number): string {
  if (period === "day") return addDays(from, count);
  if (period === "week") return addDays(from, 7 * count);
  return addMonths(from, count * (period === "month" ? 1 : period === "quarter" ? 3 : 12));
}
