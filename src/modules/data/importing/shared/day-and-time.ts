import { DAY_MS } from "../../../../shared/time/dates.ts";
import type { DateOrder } from "./date-order.ts";
import { fromSerial } from "./iso-date.ts";
import { parseDay } from "./parse-day.ts";
import { parseTime } from "./parse-time.ts";

interface DayAndTime {
  readonly day: string | "ambiguous";
  readonly time: string;
}

/** A day with a clock behind it that says no zone. */
export function dayAndTime(text: string, order?: DateOrder): DayAndTime | null {
  const serial = /^(\d{3,5})(\.\d+)$/.exec(text);
  if (serial && Number(serial[1]) > 60) {
    // Never rounded into the next day.
    const milliseconds = Math.min(DAY_MS - 1, Math.round(Number(serial[2]) * DAY_MS));
    return {
      day: fromSerial(Number(serial[1])),
      time: `${new Date(milliseconds).toISOString().slice(11, 23)}000`,
    };
  }
  const split =
    /^(\d{4}年 ?\d{1,2}月 ?\d{1,2}[日号]?)\s*(.+)$/.exec(text) ??
    /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})((?:上午|下午|中午|晚上|凌晨|早上)\d{1,2}[:时点].*)$/.exec(text) ??
    /^(\S*\d)(?:T|,? +)(?:星期.|周.)?\s*((?:上午|下午|中午|晚上|凌晨|早上)?\s*\d{1,2}[:时点].*)$/i.exec(
      text,
    ) ??
    /^(.*\d)(?:T|,? +)(\d{1,2}:.*)$/i.exec(text);
  if (!split) return null;
  const [day, time] = [parseDay(split[1]!, order), parseTime(split[2]!)];
  return day === null || time === null ? null : { day, time };
}
