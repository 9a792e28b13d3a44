import { addDays, addMonths, daysInMonth, weekdayOf } from "../../../../shared/time/dates.ts";
import type { CalendarDay } from "../shared/company.contract.ts";

export interface Month {
  readonly first: string;
  /** Column of its first day; Monday is 1. */
  readonly column: number;
  readonly days: readonly string[];
}
export const isWeekday = (date: string): boolean => weekdayOf(date) < 6;

export const monthsOf = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, month) => {
    const first = addMonths(`${year}-01-01`, month);
    const days = Array.from({ length: daysInMonth(first) }, (_day, day) => addDays(first, day));
    return { first, column: weekdayOf(first), days };
  });

/** The days with one of them said anew, or with null as usual again. */
export const withDay = (
  days: readonly CalendarDay[],
  date: string,
  day: CalendarDay | null,
): readonly CalendarDay[] =>
  [...days.filter((one) => one.date !== date), ...(day ? [day] : [])].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
