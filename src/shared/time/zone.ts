import { addDays, DAY_MS } from "./dates.ts";
import { clockAt } from "./zone-clock.ts";

export { isZone } from "./zone-clock.ts";

const MOST_DAYS = 20_000;
/** By zone and UTC day what the zone's clock is ahead of UTC; null on days on which that changes. */
const offsets = new Map<string, Map<number, number | null>>();

function offsetOn(zone: string, day: number): number | null {
  const known = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, known);
  const found = known.get(day);
  if (found !== undefined) return found;
  const ahead = (at: number): number => clockAt(at, zone) - at;
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
  // A day with a change of the clock is asked moment by moment.
  const offset = offsetOn(zone, Math.floor(at / DAY_MS));
  return new Date(offset === null ? clockAt(at, zone) : at + offset).toISOString().slice(0, 19);
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
