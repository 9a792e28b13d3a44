import { isDate } from "../../shared/time/dates.ts";
import { endOfDay } from "../../shared/time/zone.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { badRequest } from "./messages.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment asked about as ISO UTC; a bare date is the last microsecond of that day in the company's zone.
 * @example readAsOf(context, "2017-06-30") // Asia/Shanghai: "2017-06-30T15:59:59.999999Z"
 */
export function readAsOf(context: Context, text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === "") return accept(undefined);
  const day = DAY.test(text) ? text : MOMENT.exec(text)?.[1];
  if (!day || !isDay(day)) return badRequest("bad_as_of", "as_of", { value: text.slice(0, 40) });
  if (DAY.test(text)) return accept(endOfDay(context.company.zone, text).replace("Z", "999Z"));
  const moment = Date.parse(text);
  if (Number.isNaN(moment) || moment > LAST)
    return badRequest("bad_as_of", "as_of", { value: text.slice(0, 40) });
  return accept(text.endsWith("Z") ? text : withMicroseconds(text, moment));
}
/** Years that every calendar here agrees on, with room for any offset. */
const FIRST_YEAR = "1000";
const LAST_DAY = "9999-12-30";
const LAST = Date.parse(`${LAST_DAY}T23:59:59.999Z`);
const isDay = (text: string): boolean => isDate(text) && text >= FIRST_YEAR && text <= LAST_DAY;
/** Only the offset is turned to UTC: what stands behind the milliseconds is kept. */
const withMicroseconds = (text: string, moment: number): string => {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? "";
  return `${new Date(moment).toISOString().slice(0, 19)}.${fraction.padEnd(6, "0")}Z`;
};
