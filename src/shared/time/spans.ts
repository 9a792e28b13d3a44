import { DAY_MS } from "./dates.ts";

/** The moment so many days of 24 hours later, earlier when negative. */
export const momentAfter = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * DAY_MS).toISOString();

/** Whole days of 24 hours from one moment to another, negative when `to` is earlier. */
export const wholeDaysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The first moment, in UTC, of the month `months` after the one that `at` lies in, both in ms. */
export function monthBegin(at: number, months: number): number {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  return date.setUTCHours(0, 0, 0, 0);
}
