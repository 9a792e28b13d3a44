import { addDays, nextMonday } from "../../shared/time/dates.ts";
import { momentOn } from "./company-clock.ts";
import { useLanguage } from "./language.tsx";
import { nearDayMessages } from "./near-days.messages.ts";
import { shortDay, todayText } from "./time-text.ts";

/** A day that is offered beside the calendar: its word, and the day or moment it stands for. */
export interface NearDay {
  readonly label: string;
  readonly title: string;
  readonly value: string;
}

/**
 * The days that people mean most often when they say when to go on: tomorrow, next Monday, in a week. On a
 * Sunday the first two are one.
 */
export function nearDays(
  today: string,
): readonly { readonly key: "tomorrow" | "monday" | "week"; day: string }[] {
  const days = [
    { key: "tomorrow", day: addDays(today, 1) },
    { key: "monday", day: nextMonday(today) },
    { key: "week", day: addDays(today, 7) },
  ] as const;
  return days.filter(({ day }, at) => days.findIndex((one) => one.day === day) === at);
}

/** The near days in the reader's words; with an hour of the clock they are moments of that hour. */
export function useNearDays(hour?: number): readonly NearDay[] {
  const { t } = useLanguage();
  const today = todayText();
  return nearDays(today).map(({ key, day }) => ({
    label: t(nearDayMessages[key]),
    title: shortDay(day, today),
    value: hour === undefined ? day : momentOn(day, `${String(hour).padStart(2, "0")}:00:00`),
  }));
}
/** The hour at which a working day begins: whom one calls tomorrow, one does not call at midnight. */
export const MORNING = 9;
