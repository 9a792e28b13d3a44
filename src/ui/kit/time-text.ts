import { DAY_MS } from "../../shared/time/dates.ts";
import type { Language } from "../../shared/i18n/label.ts";
import { wallClock } from "./company-clock.ts";

/** `2026-11-21 14:30` by the company's clock. */
export const timeText = (iso: string): string => secondsText(iso).replace(/:\d\d$/, "");
/** `2026-11-21 14:30:05`, where lines of one minute are told apart. */
export const secondsText = (iso: string): string => wallClock(iso)?.replace("T", " ") ?? iso;
/** The company's day of a moment; what is no moment is shown as it is. */
export const dayText = (iso: string): string => wallClock(iso)?.slice(0, 10) ?? iso;
export const todayText = (): string => dayText(new Date().toISOString());

/** "3 小时前", "in 2 days". */
export function relativeText(iso: string, language: Language, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  if (Number.isNaN(seconds)) return iso;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const steps = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["week", 604_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const;
  for (const [unit, size] of steps)
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(0, "minute");
}

/** Whole days from `iso` to now. */
export const daysSince = (iso: string, now = Date.now()): number =>
  Math.max(0, Math.floor((now - new Date(iso).getTime()) / DAY_MS));

/** A day of this year without its year. @example shortDay("2026-12-18") // "12-18" */
export const shortDay = (day: string, today = todayText()): string =>
  day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;

/** @example monthText("2026-11", "zh-CN") // "2026年11月" */
export const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

/** A day that is near is told by its distance, one further off by its date. @example dayOfEvent("2026-06-25T02:00:00Z", "en") // "06-25" */
export function dayOfEvent(iso: string, language: Language, now = Date.now()): string {
  const time = new Date(iso).getTime();
  if (Number.isNaN(time)) return iso;
  return Math.abs(now - time) < 7 * DAY_MS
    ? relativeText(iso, language, now)
    : shortDay(dayText(iso), dayText(new Date(now).toISOString()));
}
