import { endOfDay, isZone, momentAt, startOfDay, wallTime } from "../../shared/time/zone.ts";

/** Where this browser is. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The zone whose clock every screen shows: the company's, as soon as somebody is signed in. Colleagues speak of
 * one "14:00", wherever each of them sits; a page has one company, so that it is kept here and not handed on.
 */
let zone: string | null = null;
export function keepCompanyZone(next: string | null): void {
  zone = next !== null && isZone(next) ? next : null;
}
/** At the door, where no company is known, it is the browser's. */
export const shownZone = (): string => zone ?? browserZone();

/** What the clock on the wall shows at a moment: "2026-11-21T14:30:05"; null of what is no moment. */
export const wallClock = (iso: string): string | null =>
  Number.isNaN(Date.parse(iso)) ? null : wallTime(shownZone(), iso);
/** The moment at which that clock shows a time on a day. @example momentOn("2026-11-21", "09:00:00") */
export const momentOn = (day: string, time: string): string => momentAt(shownZone(), day, time);
export const firstMomentOf = (day: string): string => startOfDay(shownZone(), day);
export const lastMomentOf = (day: string): string => endOfDay(shownZone(), day);

/** That clock and the browser's differ at a moment: zones of two names may go alike. */
export function isElsewhere(now: string): boolean {
  const here = browserZone();
  return isZone(here) && wallTime(here, now) !== wallTime(shownZone(), now);
}
