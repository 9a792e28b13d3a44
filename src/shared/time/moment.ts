import { dateOfDay, DAY_MS, dayNumber, isDate } from "./dates.ts";
import { clockAt } from "./zone-clock.ts";

/**
 * Moments are microseconds since 1970 UTC (bigint); dates are "YYYY-MM-DD" of the years 0001–9999. Zones
 * resolve as PostgreSQL's `AT TIME ZONE` does.
 */
const MICROS_PER_MS = 1000n;
const FIRST_MOMENT = -62_135_596_800_000_000n;
const LAST_MOMENT = 253_402_300_799_999_999n;

const floorMs = (micros: bigint): number =>
  Number((micros - (((micros % MICROS_PER_MS) + MICROS_PER_MS) % MICROS_PER_MS)) / MICROS_PER_MS);
const floorSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Wall clock of a moment in ms, seconds exact. */
export const localClock = (micros: bigint, zone: string): number => clockAt(floorMs(micros), zone);

/** The calendar date of a moment in `zone`. */
export const localDate = (micros: bigint, zone: string): string | null =>
  dateOfDay(Math.floor(localClock(micros, zone) / DAY_MS));

/**
 * The moment a wall clock shows `local` (ms as if UTC). In a gap the offset before it holds, in a repeated
 * hour the one after it, as in PostgreSQL.
 */
export function momentOfClock(local: number, zone: string): bigint {
  const whole = floorSecond(local);
  const before = clockAt(whole - DAY_MS, zone) - (whole - DAY_MS);
  const after = clockAt(whole + DAY_MS, zone) - (whole + DAY_MS);
  const offset = clockAt(whole - after, zone) === whole ? after : before;
  return BigInt(local - offset) * MICROS_PER_MS;
}

/** The first moment of a date in `zone`. */
export function startOfDate(date: string, zone: string): bigint {
  const local = dayNumber(date) * DAY_MS;
  const moment = momentOfClock(local, zone);
  const earlier = moment - 3_600_000_000n;
  // Where the clock goes back at 01:00, midnight comes twice and the day begins with the first.
  return localDate(earlier, zone) === date ? earlier : moment;
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;
/** An ISO time with zone, to the microsecond; null when it is none. */
export function parseMoment(text: string): bigint | null {
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, date = "", hour = "", minute = "", second = "00", fraction = "", zone = ""] = parts;
  if (!isDate(date) || hour > "23" || minute > "59" || second > "59") return null;
  const offset =
    zone === "Z"
      ? 0
      : (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const seconds =
    dayNumber(date) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset * 60;
  return withinYears(BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0")));
}

/** "YYYY-MM-DDTHH:MM:SS.ffffffZ". */
export function formatMoment(micros: bigint): string {
  const rest = ((micros % MICROS_PER_MS) + MICROS_PER_MS) % MICROS_PER_MS;
  return `${new Date(floorMs(micros)).toISOString().slice(0, 23)}${String(rest).padStart(3, "0")}Z`;
}

/** null outside the years 0001–9999. */
export const withinYears = (micros: bigint): bigint | null =>
  micros < FIRST_MOMENT || micros > LAST_MOMENT ? null : micros;
