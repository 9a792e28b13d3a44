/** Days since 1970-01-01 of a date; NaN for what is no date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/** The date of a day number, kept between years 1 and 9999. */
export function dateOf(day: number): string {
  const within = Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
  return new Date(within * 86_400_000).toISOString().slice(0, 10);
}
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** @example addDays("2026-02-27", 3) // "2026-03-02" */
export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/**
 * The same day so many months on, at most the last day of that month. `addMonths("2026-01-31", 1)` is
 * "2026-02-28".
 */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 0)).getUTCDate();
  return dateOf(
    Math.floor(Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, Math.min(day, last)) / 86_400_000),
  );
}
