import { addDays } from "../../../../shared/time/dates.ts";
import { dayIn, startOfDay } from "../../../../shared/time/zone.ts";
import type { Days } from "../../../../ui/kit/DayPicker.tsx";

interface Moments {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
/** Days of the company as the moments a log is narrowed by; the end is not part of it. */
export const momentsOf = (zone: string, days: Days | null): Moments => ({
  from: days ? startOfDay(zone, days[0]) : undefined,
  to: days ? startOfDay(zone, addDays(days[1], 1)) : undefined,
});

/** The days that such moments stand for. */
export const daysOf = (zone: string, { from, to }: Moments): Days | null =>
  from && to ? [dayIn(zone, from), addDays(dayIn(zone, to), -1)] : null;
