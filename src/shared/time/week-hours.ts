import { weekdayOf } from "./dates.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** "HH:MM" of the clock; one whose end is not after its start runs over midnight. */
export type HourPeriod = readonly [from: string, to: string];
/** Working hours of a week; a weekday that is not named has none. */
export type WeekHours = Readonly<Partial<Record<Weekday, readonly HourPeriod[]>>>;

const OFFICE: readonly HourPeriod[] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];
/** Where a company has said nothing. */
export const DEFAULT_HOURS: WeekHours = { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE };

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_PERIODS = 6;

/** Minutes of a clock since midnight. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
/** When a period ends, in minutes since the midnight that its day began with. */
export const endOf = ([from, to]: HourPeriod): number =>
  minutesOf(to) + (minutesOf(to) > minutesOf(from) ? 0 : 1440);

const isPeriod = (value: unknown): value is HourPeriod =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === "string" &&
  typeof value[1] === "string" &&
  CLOCK.test(value[0]) &&
  (CLOCK.test(value[1]) || value[1] === "24:00");

/** Hours as they were given, their periods in order; null for what are none, or where periods overlap. */
export function readHours(value: unknown): WeekHours | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const hours: Partial<Record<Weekday, readonly HourPeriod[]>> = {};
  for (const [key, given] of Object.entries(value)) {
    const day = WEEKDAYS.find((one) => one === key);
    if (!day || !Array.isArray(given) || given.length > MOST_PERIODS || !given.every(isPeriod)) return null;
    const periods = [...given].sort((a, b) => minutesOf(a[0]) - minutesOf(b[0]));
    if (periods.some((period, at) => at > 0 && minutesOf(period[0]) < endOf(periods[at - 1] ?? period)))
      return null;
    if (periods.length > 0) hours[day] = periods;
  }
  return Object.keys(hours).length > 0 ? hours : null;
}

/**
 * The periods of a day. A day off that is worked in exchange (调休) and has no hours of its own is worked like the
 * first day of the week that has some.
 */
export function periodsOf(hours: WeekHours, date: string, exception: boolean | null): readonly HourPeriod[] {
  if (exception === false) return [];
  const own = hours[WEEKDAYS[weekdayOf(date) - 1] ?? "mon"] ?? [];
  if (own.length > 0 || exception === null) return own;
  return WEEKDAYS.map((day) => hours[day] ?? []).find((periods) => periods.length > 0) ?? [];
}
