import { DAY_MS } from "../../shared/time/dates.ts";
import type { Language } from "../../shared/i18n/label.ts";

const pad = (value: number) => String(value).padStart(2, "0");

/** `2026-11-21 14:30` in the reader's zone. */
export function timeText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${dayText(time)} ${pad(time.getHours())}:${pad(time.getMinutes())}`;
}
/** `2026-11-21 14:30:05`, where lines of one minute are told apart. */
export const secondsText = (iso: string): string =>
  Number.isNaN(new Date(iso).getTime()) ? iso : `${timeText(iso)}:${pad(new Date(iso).getSeconds())}`;
export const dayText = (time: Date): string =>
  `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
export const todayText = (): string => dayText(new Date());

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
  new Intl.DateTimeFormat(language, { year: "numeric", month: "long" }).format(
    new Date(`${month}-15T12:00:00`),
  );

/** A day that is near is told by its distance, one further off by its date. @example dayOfEvent("2026-06-25T02:00:00Z", "en") // "06-25" */
export function dayOfEvent(iso: string, language: Language, now = Date.now()): string {
  const time = new Date(iso).getTime();
  if (Number.isNaN(time)) return iso;
  return Math.abs(now - time) < 7 * DAY_MS
    ? relativeText(iso, language, now)
    : shortDay(dayText(new Date(time)), dayText(new Date(now)));
}
