import type { CalendarDay } from "../../../modules/base/identity/shared/company.contract.ts";

export interface Month {
  readonly first: string;
  /** Column of its first day; Monday is 1. */
  readonly column: number;
  readonly days: readonly string[];
}
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
export const isWeekday = (date: string): boolean => weekday(date) < 6;

export const monthsOf = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_day, day) =>
      new Date(Date.UTC(year, month, day + 1)).toISOString().slice(0, 10),
    );
    const first = days[0] ?? "";
    return { first, column: weekday(first), days };
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
