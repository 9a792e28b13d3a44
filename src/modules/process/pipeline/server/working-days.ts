import type { Context } from "../../../../engine/public.ts";
import { dayIn } from "../../../../shared/time/zone.ts";

/** Working days from one moment to a later one, by the company's calendar and zone. */
export function workingDaysBetween({ company }: Context, from: string, to: string): number {
  const { zone, calendar } = company;
  return Math.max(0, calendar.between(dayIn(zone, from), dayIn(zone, to)));
}
