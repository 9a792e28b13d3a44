import { dateOfDay, dayOfDate } from "./local-time.ts";

/** "YYYY-MM-DD" into numbers. */
export function partsOf(date: string): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** First of the month with index year * 12 + month - 1; null outside the years 0001–9999. */
export function monthStart(index: number): string | null {
  if (!Number.isInteger(index) || index < 12 || index > 119_999) return null;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** The same day `months` later; the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string | null {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const first = monthStart(index);
  return first === null
    ? null
    : `${first.slice(0, 8)}${String(Math.min(day, daysInMonth(index))).padStart(2, "0")}`;
}

/** The last day of the month `months` later. */
export function endOfMonth(date: string, months: number): string | null {
  const { year, month } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const first = monthStart(index);
  return first === null ? null : `${first.slice(0, 8)}${String(daysInMonth(index)).padStart(2, "0")}`;
}

const daysInMonth = (index: number): number =>
  new Date(Date.UTC(2000 + (Math.floor(index / 12) % 400), (index % 12) + 1, 0)).getUTCDate();

export const addDays = (date: string, days: number): string | null => dateOfDay(dayOfDate(date) + days);

/** Monday 1 … Sunday 7. */
export const weekdayOf = (date: string): number => ((((dayOfDate(date) + 3) % 7) + 7) % 7) + 1;

/** Complete months from `from` to `to`, negative backwards. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const a = partsOf(from);
  const b = partsOf(to);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}
