import type Big from "big.js";
import { dayNumber } from "../time/dates.ts";
import { startOfDate } from "../time/moment.ts";
import { type Micros, spansByDay } from "../time/working-spans.ts";
import { localDate, parseMoment } from "../time/moment.ts";
import type { Moment, WorkingCalendar } from "./types.ts";

/** Years before and after now in which working hours are known; beyond them what counts by them is null. */
const YEARS_BEFORE = 5;
const YEARS_AFTER = 3;
/** More minutes of work than the known years have. */
export const MAX_WORKING_MINUTES = 10_000_000;

/** The openings of the known years, in order, with the time worked before each. */
export interface Openings {
  readonly from: Micros;
  readonly until: Micros;
  readonly starts: readonly Micros[];
  /** One more than there are openings: the last is all that is worked. */
  readonly worked: readonly Micros[];
}
const known = new WeakMap<WorkingCalendar, Map<string, Openings>>();

/** A calendar never changes, so its openings are counted once for each zone and year. */
export function openingsOf({ now, zone, calendar }: Moment): Openings {
  const year = Number((localDate(parseMoment(now) ?? 0n, zone) ?? "1970").slice(0, 4));
  const ofCalendar = known.get(calendar) ?? new Map<string, Openings>();
  known.set(calendar, ofCalendar);
  const key = `${zone} ${year}`;
  const found = ofCalendar.get(key) ?? count(calendar, zone, year);
  ofCalendar.set(key, found);
  return found;
}

function count(calendar: WorkingCalendar, zone: string, year: number): Openings {
  const bound = (value: number): string =>
    `${String(Math.min(Math.max(value, 2), 9998)).padStart(4, "0")}-01-01`;
  const [first, last] = [bound(year - YEARS_BEFORE), bound(year + YEARS_AFTER + 1)];
  const until = Number(startOfDate(last, zone));
  const spansOn = spansByDay(calendar, zone);
  const starts: Micros[] = [];
  const worked: Micros[] = [0];
  for (let day = dayNumber(first); day < dayNumber(last); day++)
    for (const { from, to } of spansOn(day)) {
      if (from >= until) continue;
      starts.push(from);
      worked.push((worked.at(-1) ?? 0) + Math.min(to, until) - from);
    }
  return { from: Number(startOfDate(first, zone)), until, starts, worked };
}

/** How many of the sorted values are at most this one. */
function countTo(sorted: readonly Micros[], value: Micros): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time worked up to a moment. */
function workedTo({ starts, worked }: Openings, at: Micros): Micros {
  const place = countTo(starts, at);
  const [before = 0, after = before] = worked.slice(Math.max(place - 1, 0), place + 1);
  return place === 0 ? 0 : Math.min(before + at - (starts[place - 1] ?? at), after);
}
const isKnown = ({ from, until }: Openings, at: Micros): boolean => at >= from && at < until;

/** Whole minutes, then exact: seconds and less do not count as work that was asked for. */
export const wholeMinutes = (amount: Big, perUnit: number): number => {
  const minutes = amount.times(perUnit).round(0, 0);
  return minutes.gt(MAX_WORKING_MINUTES)
    ? MAX_WORKING_MINUTES
    : minutes.lt(-MAX_WORKING_MINUTES)
      ? -MAX_WORKING_MINUTES
      : Number(minutes.toFixed()) || 0;
};

/** The moment so many minutes of work later; by 0 the moment itself or the next opening. Null beyond what is known. */
export function addWorkingMinutes(moment: Moment, at: bigint, minutes: number): bigint | null {
  const openings = openingsOf(moment);
  const { starts, worked } = openings;
  const start = Number(at);
  if (!isKnown(openings, start)) return null;
  const aim = workedTo(openings, start) + minutes * 60_000_000;
  // Forward to a closing, back to an opening; by nothing to where work goes on.
  const place = minutes > 0 ? countTo(worked, aim - 1) : countTo(worked, aim);
  const [opening, before] = [starts[place - 1], worked[place - 1]];
  if (opening === undefined || before === undefined) return null;
  const found = opening + aim - before;
  return BigInt(minutes === 0 ? Math.max(found, start) : found);
}

/** Whole minutes of work from one moment to another, negative backwards. */
export function workingMinutesBetween(moment: Moment, from: bigint, to: bigint): number | null {
  const openings = openingsOf(moment);
  const [a, b] = [Number(from), Number(to)];
  if (!isKnown(openings, a) || !isKnown(openings, b)) return null;
  return Math.trunc((workedTo(openings, b) - workedTo(openings, a)) / 60_000_000) || 0;
}
