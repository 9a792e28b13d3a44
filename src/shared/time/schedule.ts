import type { WorkingCalendar } from "../expression/types.ts";
import { addDays, daysInMonth, partsOf, weekdayOf } from "./dates.ts";
import { dayIn, momentAt } from "./zone.ts";

/**
 * When something comes again. `working`: only on working days; what falls on another day is passed over where it comes
 * daily or by `cron`, and put off to the next working day where it comes weekly or monthly.
 */
export type Schedule = { readonly working?: boolean } & (
  | { readonly every: "day"; readonly at: string }
  /** 1 is Monday, 7 Sunday. */
  | { readonly every: "week"; readonly days: readonly number[]; readonly at: string }
  /** A month that has no such day uses its last; -1 is the last. */
  | { readonly every: "month"; readonly day: number; readonly at: string }
  /** "minute hour day month weekday", by the clock of the company. */
  | { readonly cron: string }
);
export interface ScheduleWorld {
  readonly calendar: Pick<WorkingCalendar, "isWorkingDay">;
  readonly zone: string;
}

/** So far the next time is looked for: a 29 February, or a month of holidays. */
const MOST_DAYS = 9 * 366;
/** So far a working day is looked for. */
const PUT_OFF = 60;

/**
 * The first moment of a schedule after another one (ISO UTC); null where there is none, or the schedule cannot be read.
 * @example nextOf({ every: "day", at: "08:30", working: true }, now, { calendar, zone: "Asia/Shanghai" })
 */
export function nextOf(schedule: Schedule, after: string, world: ScheduleWorld): string | null {
  const read = readSchedule(schedule);
  if (!read) return null;
  const first = addDays(dayIn(world.zone, after), -1);
  let date = read.putsOff ? addDays(first, -PUT_OFF) : first;
  let best: string | null = null;
  for (let tried = 0; tried < MOST_DAYS + PUT_OFF; tried += 1, date = addDays(date, 1)) {
    if (best !== null && date > dayIn(world.zone, best)) return best;
    const day = read.isOn(date) ? dayFor(date, schedule.working === true, read.putsOff, world) : null;
    for (const time of day === null ? [] : read.times) {
      const at = momentAt(world.zone, day ?? date, `${time}:00`);
      if (at > after && (best === null || at < best)) best = at;
    }
  }
  return best;
}

function dayFor(
  date: string,
  working: boolean,
  putsOff: boolean,
  { calendar }: ScheduleWorld,
): string | null {
  if (!working || calendar.isWorkingDay(date)) return date;
  if (!putsOff) return null;
  for (let count = 1, day = addDays(date, 1); count < PUT_OFF; count += 1, day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) return day;
  return null;
}

interface Read {
  readonly isOn: (date: string) => boolean;
  /** "HH:MM" in order. */
  readonly times: readonly string[];
  readonly putsOff: boolean;
}
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** null where it can never come: a time that no clock shows, a day that no month has. */
function readSchedule(schedule: Schedule): Read | null {
  if ("cron" in schedule) return readCron(schedule.cron);
  if (!CLOCK.test(schedule.at)) return null;
  const times = [schedule.at];
  switch (schedule.every) {
    case "day":
      return { times, putsOff: false, isOn: () => true };
    case "week":
      return {
        times,
        putsOff: schedule.working === true,
        isOn: (date) => schedule.days.includes(weekdayOf(date)),
      };
    case "month":
      return {
        times,
        putsOff: schedule.working === true,
        isOn: (date) => {
          const last = daysInMonth(date);
          return partsOf(date).day === (schedule.day === -1 ? last : Math.min(schedule.day, last));
        },
      };
  }
}
/** Whether a schedule can be read, and ever comes. */
export const isSchedule = (schedule: Schedule, world: ScheduleWorld): boolean =>
  nextOf(schedule, "2024-01-01T00:00:00.000Z", world) !== null;

const RANGES: readonly (readonly [low: number, high: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];
const PART = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/;

function readField(text: string, [low, high]: readonly [number, number]): ReadonlySet<number> | null {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [, range = "", step = "1"] = PART.exec(part) ?? [];
    if (range === "" || Number(step) === 0) return null;
    const [from = low, to = from] = range === "*" ? [low, high] : range.split("-").map(Number);
    const last = range !== "*" && !range.includes("-") && part.includes("/") ? high : to;
    if (from < low || last > high || from > last) return null;
    for (let value = from; value <= last; value += Number(step)) found.add(value);
  }
  return found;
}

function readCron(text: string): Read | null {
  const parts = text.trim().split(/\s+/);
  const fields = parts.map((part, at) => readField(part, RANGES[at] ?? [0, -1]));
  const [minutes, hours, days, months, weekdays] = fields;
  if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return null;
  const two = (value: number): string => String(value).padStart(2, "0");
  const [anyDay, anyWeekday] = [parts[2] === "*", parts[4] === "*"];
  return {
    putsOff: false,
    times: [...hours]
      .sort((a, b) => a - b)
      .flatMap((hour) => [...minutes].sort((a, b) => a - b).map((minute) => `${two(hour)}:${two(minute)}`)),
    isOn: (date) => {
      const { month, day } = partsOf(date);
      const weekday = weekdayOf(date);
      const isWeekday = weekdays.has(weekday) || (weekday === 7 && weekdays.has(0));
      // As everywhere: where both a day and a weekday are named, either of them is enough.
      const isDay = anyDay ? isWeekday : anyWeekday ? days.has(day) : days.has(day) || isWeekday;
      return months.has(month) && isDay;
    },
  };
}
