import {
  type HourPeriod,
  readHours,
  type WeekHours,
  WEEKDAYS,
  type Weekday,
} from "../../../../shared/time/week-hours.ts";

/** What is typed for each day of a week: "09:00–12:00, 13:00–18:00". */
export type TypedWeek = Readonly<Record<Weekday, string>>;

const periodText = ([from, to]: HourPeriod): string => `${from}–${to}`;
export const typedWeek = (hours: WeekHours): TypedWeek => {
  const text = (day: Weekday): string => (hours[day] ?? []).map(periodText).join(", ");
  return {
    mon: text("mon"),
    tue: text("tue"),
    wed: text("wed"),
    thu: text("thu"),
    fri: text("fri"),
    sat: text("sat"),
    sun: text("sun"),
  };
};

const PERIOD = /^(\d{1,2})(?:[:：](\d{2}))?\s*[-–—~～至到]\s*(\d{1,2})(?:[:：](\d{2}))?$/;
const clock = (hour = "", minute = "00"): string => `${hour.padStart(2, "0")}:${minute}`;

/** The periods of a day; null for what cannot be read as such. @example readDay("9-12，13:30-18") */
export function readDay(text: string): readonly HourPeriod[] | null {
  const parts = text.split(/[,，;；、]/).filter((part) => part.trim() !== "");
  const periods = parts.map((part): HourPeriod | null => {
    const found = PERIOD.exec(part.trim());
    return found ? [clock(found[1], found[2]), clock(found[3], found[4])] : null;
  });
  const read = periods.filter((period) => period !== null);
  if (read.length < periods.length) return null;
  return read.length === 0 ? [] : (readHours({ mon: read })?.mon ?? null);
}

/** The hours of all days, or the days that cannot be read. */
export function readWeek(typed: TypedWeek): {
  readonly hours: WeekHours;
  readonly wrong: readonly Weekday[];
} {
  const days = WEEKDAYS.map((day) => [day, readDay(typed[day])] as const);
  const hours = Object.fromEntries(
    days.flatMap(([day, read]) => (read && read.length > 0 ? [[day, read]] : [])),
  );
  return { hours, wrong: days.flatMap(([day, read]) => (read === null ? [day] : [])) };
}

/** Hours of work in a week, as they are typed. */
export function weeklyHours(hours: WeekHours): number {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const lengths = Object.values(hours).flatMap((periods) =>
    periods.map(([from, to]) => {
      const length = minutes(to) - minutes(from);
      return length > 0 ? length : length + 1440;
    }),
  );
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / 6) / 10;
}
