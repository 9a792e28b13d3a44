/**
 * Moments are microseconds since 1970 UTC (bigint); dates are "YYYY-MM-DD" of the years 0001–9999. Zones
 * resolve as PostgreSQL's `AT TIME ZONE` does.
 */
const MICROS_PER_MS = 1000n;
const MS_PER_DAY = 86_400_000;
const FIRST_MOMENT = -62_135_596_800_000_000n;
const LAST_MOMENT = 253_402_300_799_999_999n;

// Making a formatter costs 50 µs and its result depends on the zone alone, so each is made once.
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** The wall clock of `zone` at `ms`, as if it were UTC, in ms (whole seconds). */
function wallClock(ms: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) part[type] = value;
  const year = part["era"] === "BC" ? 1 - Number(part["year"]) : Number(part["year"]);
  const clock = new Date(0);
  clock.setUTCFullYear(year, Number(part["month"]) - 1, Number(part["day"]));
  clock.setUTCHours(Number(part["hour"]), Number(part["minute"]), Number(part["second"]));
  return clock.getTime();
}

const floorMs = (micros: bigint): number =>
  Number((micros - (((micros % MICROS_PER_MS) + MICROS_PER_MS) % MICROS_PER_MS)) / MICROS_PER_MS);
const floorSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Wall clock of a moment in ms, seconds exact. */
export const localClock = (micros: bigint, zone: string): number => wallClock(floorMs(micros), zone);

/** The calendar date of a moment in `zone`. */
export const localDate = (micros: bigint, zone: string): string | null =>
  dateOfDay(Math.floor(localClock(micros, zone) / MS_PER_DAY));

/**
 * The moment a wall clock shows `local` (ms as if UTC). In a gap the offset before it holds, in a repeated
 * hour the one after it, as in PostgreSQL.
 */
export function momentOfClock(local: number, zone: string): bigint {
  const whole = floorSecond(local);
  const before = wallClock(whole - MS_PER_DAY, zone) - (whole - MS_PER_DAY);
  const after = wallClock(whole + MS_PER_DAY, zone) - (whole + MS_PER_DAY);
  const offset = wallClock(whole - after, zone) === whole ? after : before;
  return BigInt(local - offset) * MICROS_PER_MS;
}

/** The first moment of a date in `zone`. */
export function startOfDate(date: string, zone: string): bigint {
  const local = dayOfDate(date) * MS_PER_DAY;
  const moment = momentOfClock(local, zone);
  const earlier = moment - 3_600_000_000n;
  // Where the clock goes back at 01:00, midnight comes twice and the day begins with the first.
  return localDate(earlier, zone) === date ? earlier : moment;
}

/** Days since 1970-01-01 of a valid date. */
export const dayOfDate = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);

/** The date of a day number; null outside the years 0001–9999. */
export function dateOfDay(day: number): string | null {
  if (!Number.isInteger(day) || day < -719_162 || day > 2_932_896) return null;
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A valid date of the years 0001–9999. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
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
    dayOfDate(date) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset * 60;
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
