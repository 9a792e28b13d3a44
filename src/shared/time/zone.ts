import { addDays } from "./dates.ts";

// Making a formatter costs a hundred times what using it does; the entries never change and there are only
// some 400 zones.
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

/** Whether this is an IANA zone that the platform knows, e.g. "Asia/Shanghai". */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 20_000;
/** By zone and UTC day what the zone's clock is ahead of UTC; null on days on which that changes. */
const offsets = new Map<string, Map<number, number | null>>();

function offsetOn(zone: string, day: number): number | null {
  const known = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, known);
  const found = known.get(day);
  if (found !== undefined) return found;
  const ahead = (at: number): number => Date.parse(`${formattedTime(zone, at)}Z`) - at;
  const [first, last] = [ahead(day * DAY_MS), ahead((day + 1) * DAY_MS - 1000)];
  if (known.size >= MOST_DAYS) known.clear();
  known.set(day, first === last ? first : null);
  return first === last ? first : null;
}

/**
 * Wall-clock time of a moment in a zone as "YYYY-MM-DDTHH:MM:SS". Throws RangeError on an unknown zone or
 * moment.
 */
export function wallTime(zone: string, iso: string): string {
  const at = Date.parse(iso);
  // Years of other than four digits are spelled differently; a day with a change of the clock is asked moment
  // by moment.
  const isPlain = at >= Date.UTC(1000, 0, 2) && at < Date.UTC(9999, 11, 31);
  const offset = isPlain ? offsetOn(zone, Math.floor(at / DAY_MS)) : null;
  return offset === null ? formattedTime(zone, at) : new Date(at + offset).toISOString().slice(0, 19);
}

function formattedTime(zone: string, at: number): string {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );
  return `${(parts["year"] ?? "").padStart(4, "0")}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}:${parts["second"]}`;
}

/**
 * The date of a moment in a zone.
 * @example dayIn("Asia/Shanghai", "2026-03-01T17:00:00Z") // "2026-03-02"
 */
export const dayIn = (zone: string, iso: string): string => wallTime(zone, iso).slice(0, 10);

/**
 * The moment at which a clock in the zone shows `time` on `date`; where the clock jumps over it, the first
 * moment after.
 */
export function momentAt(zone: string, date: string, time = "00:00:00"): string {
  const wanted = Date.parse(`${date}T${time}Z`);
  const offsetAt = (at: number) =>
    Date.parse(`${wallTime(zone, new Date(at).toISOString())}Z`) - Math.floor(at / 1000) * 1000;
  const first = wanted - offsetAt(wanted);
  const second = wanted - offsetAt(first);
  return new Date(first === second ? first : Math.max(first, second)).toISOString();
}

/**
 * The first moment of a day in a zone. @example startOfDay("Asia/Shanghai", "2026-03-02") //
 * "2026-03-01T16:00:00.000Z"
 */
export const startOfDay = (zone: string, date: string): string => momentAt(zone, date);

/** The last millisecond of a day in a zone: what a bare date means in `as_of`. */
export const endOfDay = (zone: string, date: string): string =>
  new Date(Date.parse(momentAt(zone, addDays(date, 1))) - 1).toISOString();
