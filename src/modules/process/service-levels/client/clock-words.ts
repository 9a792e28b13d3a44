import type { Label } from "../../../../shared/i18n/label.ts";
import type { MessageParams } from "../../../../shared/i18n/messages.ts";
import type { RecordClock } from "../shared/clocks.contract.ts";
import { clockMessages } from "./level.messages.ts";

type Say = (message: Label, params?: MessageParams) => string;

/** "1 小时 20 分", "45 min". */
export function lengthText(minutes: number, t: Say): string {
  const whole = Math.max(Math.floor(Math.abs(minutes)), 0);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return t(clockMessages.minutes, { minutes: rest });
  return rest === 0 || hours >= 24
    ? t(clockMessages.hours, { hours })
    : t(clockMessages.hoursMinutes, { hours, minutes: rest });
}

export const isLate = ({ state, remaining_minutes: left }: RecordClock): boolean =>
  state === "breached" || (left !== null && left < 0);

/** How a clock stands, in a few words. */
export function clockText(clock: RecordClock, t: Say): string {
  const { state, remaining_minutes: left, reason } = clock;
  if (state === "met") return t(clockMessages.met);
  if (state === "cancelled")
    return reason ? t(clockMessages.exempted, { reason }) : t(clockMessages.cancelled);
  if (left === null) return state === "breached" ? t(clockMessages.breached) : t(clockMessages.cancelled);
  const time = lengthText(left, t);
  if (state === "paused") return t(clockMessages.paused, { time });
  return t(left < 0 ? clockMessages.over : clockMessages.left, { time });
}
export const clockLevel = (clock: RecordClock): "red" | "amber" | undefined =>
  isLate(clock) ? "red" : clock.state === "warned" ? "amber" : undefined;
