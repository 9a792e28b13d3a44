import { wallTime } from "../../../../shared/time/zone.ts";
import type { DateOrder } from "./date-order.ts";
import { dayAndTime } from "./day-and-time.ts";
import { parseDay } from "./parse-day.ts";
import { plainText } from "./plain-date-text.ts";
import { startOfDay, zonedMoment } from "./start-of-day.ts";
import { zonedIn } from "./zoned-moment.ts";

/**
 * A date in any common writing, "ambiguous" when month and day cannot be told apart, null when it is none. A
 * clock behind it is dropped.
 */
export function parseDate(cell: string, order?: DateOrder): string | "ambiguous" | null {
  const text = plainText(cell);
  const day = parseDay(text, order);
  return day ?? dayAndTime(text, order)?.day ?? null;
}
/** The same for a company: a moment that says its zone is the day that the company's calendar shows then. */
export function parseDateIn(cell: string, zone: string, order?: DateOrder): string | "ambiguous" | null {
  const moment = zonedIn(plainText(cell));
  if (moment !== undefined) return moment === null ? null : wallTime(zone, moment).slice(0, 10);
  return parseDate(cell, order);
}

/**
 * A moment as ISO UTC; without a zone of its own it is the company's. A bare date is the start of that day.
 */
export function parseDatetime(cell: string, zone: string, order?: DateOrder): string | "ambiguous" | null {
  const text = plainText(cell);
  const moment = zonedIn(text);
  if (moment !== undefined) return moment;
  const day = parseDay(text, order);
  if (day !== null) return day === "ambiguous" ? day : startOfDay(day, zone);
  const split = dayAndTime(text, order);
  if (!split) return null;
  return split.day === "ambiguous" ? split.day : zonedMoment(split.day, split.time, zone);
}
