import type { Label } from "../../../../shared/i18n/label.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { homeMessages } from "./home.messages.ts";

/** How one greets at this hour of the company's clock. */
export function greetingAt(zone: string, now: Date): Label {
  const hour = Number(wallTime(zone, now.toISOString()).slice(11, 13));
  if (hour < 5) return homeMessages.night;
  if (hour < 11) return homeMessages.morning;
  if (hour < 13) return homeMessages.noon;
  return hour < 18 ? homeMessages.afternoon : homeMessages.evening;
}
