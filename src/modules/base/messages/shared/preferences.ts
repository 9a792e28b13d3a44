import type { WorkingCalendar } from "../../../../shared/expression/types.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { dayIn, momentAt, wallTime } from "../../../../shared/time/zone.ts";
import type { BellWhen, When } from "./preferences.contract.ts";

/** What somebody has chosen; what is not there is as usual. */
export interface Chosen {
  readonly events?: Readonly<Record<string, { readonly bell?: BellWhen; readonly mail?: When }>>;
  readonly quiet_hours?: QuietHours | null;
  readonly digest_at?: string;
}
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}
export const USUAL_DIGEST = "08:30";

interface Clock {
  readonly zone: string;
  readonly calendar: Pick<WorkingCalendar, "isWorkingDay">;
}

/** A year without a working day is no calendar. */
const FARTHEST = 366;
/**
 * When the digest that takes something of `now` comes: the next time of the day that has not begun yet, on a
 * working day of the company.
 */
export function nextDigest({ zone, calendar }: Clock, at: string, now: string): string {
  const today = dayIn(zone, now);
  for (let days = 0; days < FARTHEST; days += 1) {
    const day = addDays(today, days);
    const moment = momentAt(zone, day, `${at}:00`);
    if (moment > new Date(now).toISOString() && calendar.isWorkingDay(day)) return moment;
  }
  return momentAt(zone, addDays(today, 1), `${at}:00`);
}

/** The end of the quiet hours that `now` lies in; null outside of them. Equal ends are no quiet hours. */
export function endOfQuiet(zone: string, quiet: QuietHours | null | undefined, now: string): string | null {
  if (!quiet || quiet.from === quiet.until) return null;
  const { from, until } = quiet;
  const wall = wallTime(zone, now);
  const [day, time] = [wall.slice(0, 10), wall.slice(11, 16)];
  const isOverMidnight = from > until;
  const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return null;
  return momentAt(zone, isOverMidnight && time >= from ? addDays(day, 1) : day, `${until}:00`);
}
