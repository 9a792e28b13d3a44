import { chineseHolidays } from "../../../../shared/time/chinese-holidays.ts";
import { addDays, daysBetween } from "../../../../shared/time/dates.ts";
import { periodOf } from "../../../../shared/time/period.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { momentAt } from "../../../../shared/time/zone.ts";
import type { Random } from "./random.ts";

/**
 * How much business each month of the year brings: quiet around Spring Festival, busy in March, June,
 * September and before the end of the year.
 */
const SEASON = [0.75, 0.5, 1.35, 1.25, 1.1, 1.15, 0.9, 0.85, 1.25, 0.9, 1.2, 0.95];
const GROWTH_PER_YEAR = 0.18;

export interface DemoClock {
  /** The first day that is not told any more: everything done lies before it. */
  readonly today: string;
  readonly start: string;
  /** The last moment that is told. */
  readonly now: string;
  /** The day itself or the next working day. */
  workday(date: string): string;
  /** Working days on; negative back. */
  working(date: string, days: number): string;
  /** A working day between the start of the story and today, by season and growth. */
  seasonal(random: Random): string;
  /** One of the last four working days of the date's month. */
  monthEnd(date: string, random: Random): string;
  /** A moment in working hours of a day. */
  moment(date: string, random: Random): string;
}

/** The two years before `today` as the people of the company worked them. */
export function demoClock(today: string, zone = "Asia/Shanghai"): DemoClock {
  const year = Number(today.slice(0, 4));
  const calendar = calendarOf(chineseHolidays(year - 4, year + 1));
  const start = addDays(today, -730);
  const workday = (date: string): string => (calendar.isWorkingDay(date) ? date : calendar.add(date, 1));
  const days = Array.from({ length: daysBetween(start, today) }, (_, index) => addDays(start, index));
  const weights = days
    .filter((day) => calendar.isWorkingDay(day))
    .map(
      (day) =>
        [
          day,
          (SEASON[Number(day.slice(5, 7)) - 1] ?? 1) *
            (1 + (GROWTH_PER_YEAR * daysBetween(start, day)) / 365),
        ] as const,
    );
  return {
    today,
    start,
    now: momentAt(zone, addDays(today, -1), "18:00:00"),
    workday,
    working: (date, count) => calendar.add(date, count),
    seasonal: (random) => random.weighted(weights),
    monthEnd: (date, random) => calendar.add(addDays(periodOf("month", date).to, 1), -random.int(1, 4)),
    moment: (date, random) =>
      momentAt(
        zone,
        date,
        `${String(random.pick([9, 9, 10, 10, 11, 14, 14, 15, 15, 16, 17])).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}`,
      ),
  };
}
