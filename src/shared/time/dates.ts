/** A day of the calendar without a place: "YYYY-MM-DD" of the years 0001 to 9999. */

/** Milliseconds of a day without a change of the clock. */
export const DAY_MS = 86_400_000;
const [FIRST, LAST] = ["0001-01-01", "9999-12-31"] as const;

/** Days since 1970-01-01 of a date; NaN for what is no date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const [FIRST_DAY, LAST_DAY] = [dayNumber(FIRST), dayNumber(LAST)];

/** The date of a day number; null where there is none. */
export function dateOfDay(day: number): string | null {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) return null;
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
/** The date of a day number, the first or the last one there is for those beyond. Throws on no number. */
export const dateOf = (day: number): string =>
  new Date(Math.min(Math.max(day, FIRST_DAY), LAST_DAY) * DAY_MS).toISOString().slice(0, 10);

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** "YYYY-MM-DD" into numbers. */
export function partsOf(date: string): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/**
 * The date of numbers; null where the month has no such day, or the year is none of 0001 to 9999.
 * @example dateOfParts(2017, 2, 30) // null
 */
export function dateOfParts(year: number, month: number, day: number): string | null {
  const digits = (value: number, count: number): string => String(value).padStart(count, "0");
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return isDate(date) ? date : null;
}

/** The months of all years in a row, of a date or a moment in UTC: year * 12 + month - 1. */
export const monthIndex = (date: string): number => {
  const { year, month } = partsOf(date);
  return year * 12 + month - 1;
};
/** First of a month by its index; null outside the years 0001 to 9999. */
export function monthStart(index: number): string | null {
  if (!Number.isInteger(index) || index < 12 || index > 119_999) return null;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}
const daysIn = (index: number): number =>
  new Date(Date.UTC(2000 + (Math.floor(index / 12) % 400), (index % 12) + 1, 0)).getUTCDate();

/** Days of the month that a date lies in. */
export const daysInMonth = (date: string): number => daysIn(monthIndex(date));
/** The first day of the month `months` later. */
export const startOfMonth = (date: string, months = 0): string | null =>
  monthStart(monthIndex(date) + months);

/** The same day `months` later, the month's last where it has no such day; null outside the years. */
export function monthsLater(date: string, months: number): string | null {
  const index = monthIndex(date) + months;
  const day = Math.min(partsOf(date).day, daysIn(index));
  return monthStart(index)?.replace(/01$/, String(day).padStart(2, "0")) ?? null;
}
/** The last day of the month `months` later; null outside the years. */
export function endOfMonth(date: string, months: number): string | null {
  const index = monthIndex(date) + months;
  return monthStart(index)?.replace(/01$/, String(daysIn(index)).padStart(2, "0")) ?? null;
}
/** The day so many days later; null outside the years. */
export const daysLater = (date: string, days: number): string | null => dateOfDay(dayNumber(date) + days);

/** `daysLater` that ends with the calendar. @example addDays("2026-02-27", 3) // "2026-03-02" */
export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);
/** `monthsLater` that ends with the calendar. @example addMonths("2026-01-31", 1) // "2026-02-28" */
export const addMonths = (date: string, months: number): string =>
  // No month is longer than 31 days, so what lies beyond the calendar does so here, too.
  monthsLater(date, months) ?? dateOf(dayNumber(date) + 31 * months);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Complete months from `from` to `to`, negative backwards. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const whole = monthIndex(to) - monthIndex(from);
  return whole - (partsOf(to).day < partsOf(from).day ? 1 : 0);
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week after a day. @example nextMonday("2026-12-06") // "2026-12-07" */
export const nextMonday = (day: string): string => addDays(day, 8 - weekdayOf(day));
