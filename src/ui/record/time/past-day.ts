import { addDays, addMonths, dayNumber } from "../../../shared/time/dates.ts";
import { dayText, todayText } from "../../kit/time-text.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The day of an `as_of`, which may be a moment. */
export function dayOf(asOf: string): string {
  if (DAY.test(asOf)) return asOf;
  const day = dayText(asOf);
  return DAY.test(day) ? day : todayText();
}

/** The last day of a month `count` months away. @example monthEnd("2026-05-20", 0) // "2026-05-31" */
export const monthEnd = (day: string, count: number): string =>
  addDays(addMonths(`${day.slice(0, 7)}-01`, count + 1), -1);
/** Where looking back begins: the end of the month before. */
export const startingDay = (): string => monthEnd(todayText(), -1);

/** The month end before, or after, a day; from a month end the next one. */
export const monthEndBefore = (day: string): string => monthEnd(day, -1);
export const monthEndAfter = (day: string): string =>
  monthEnd(day, 0) === day ? monthEnd(day, 1) : monthEnd(day, 0);

export interface Mark {
  readonly day: string;
  readonly strength: "month" | "quarter" | "year";
}
const MOST_MARKS = 60;
/** Month ends between two days; of long times only quarters, then years. */
export function marksBetween(first: string, last: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let day = monthEnd(first, 0); day < last && marks.length < 2400; day = monthEnd(day, 1)) {
    const month = Number(day.slice(5, 7));
    marks.push({ day, strength: month === 12 ? "year" : month % 3 === 0 ? "quarter" : "month" });
  }
  const quarters = marks.length > MOST_MARKS ? marks.filter(({ strength }) => strength !== "month") : marks;
  return quarters.length > MOST_MARKS ? quarters.filter(({ strength }) => strength === "year") : quarters;
}
/** Where a day lies between two others, from 0 to 1. */
export const placeOf = (day: string, first: string, last: string): number => {
  const span = dayNumber(last) - dayNumber(first);
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(first)) / span));
};
