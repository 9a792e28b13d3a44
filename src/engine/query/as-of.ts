import type { Context } from "../context.ts";
import { accept, type Result } from "../refusal.ts";
import { badRequest } from "./messages.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment asked about as ISO UTC; a bare date is the last microsecond of that day in the company's zone.
 * @example readAsOf(context, "2017-06-30") // Asia/Shanghai: "2017-06-30T15:59:59.999999Z"
 */
export function readAsOf(context: Context, text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === "") return accept(undefined);
  const day = DAY.test(text) ? text : MOMENT.exec(text)?.[1];
  if (!day || !isDay(day)) return badRequest("bad_as_of", "as_of", { value: text.slice(0, 40) });
  if (DAY.test(text)) return accept(endOfDay(text, context.company.zone));
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) return badRequest("bad_as_of", "as_of", { value: text.slice(0, 40) });
  return accept(text.endsWith("Z") ? text : withMicroseconds(text, moment));
}
const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
/** Only the offset is turned to UTC: what stands behind the milliseconds is kept. */
const withMicroseconds = (text: string, moment: number): string => {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? "";
  return `${new Date(moment).toISOString().slice(0, 19)}.${fraction.padEnd(6, "0")}Z`;
};

/** Month number of an ISO UTC moment, as in the `period` column of history: year × 12 + month − 1. */
export const periodOf = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1;

/** The last microsecond of a calendar day in a zone, ISO UTC. Exact on days that are 23 or 25 hours long. */
export function endOfDay(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getTime();
  const first = next - offsetAt(next, zone);
  const start = next - offsetAt(first, zone);
  return `${new Date(start - 1).toISOString().slice(0, 23)}999Z`;
}

/** Milliseconds that the zone's clock is ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(moment / 1000) * 1000;
}

/** The calendar day of a moment in a zone. */
export function dayIn(moment: string, zone: string): string {
  const at = Date.parse(moment);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}
