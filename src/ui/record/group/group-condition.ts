import type { WireValue } from "../../../shared/metadata/object.ts";
import { addDays, endOfMonth } from "../../../shared/time/dates.ts";
import { isBlank, linkId, textValue } from "../../data/values.ts";
import type { DayGroup, Grouping } from "./grouping.ts";

/** The last day of this week, as an expression. */
export const SUNDAY = "today() + days(7 - WEEKDAY(today()))";

const DUE: Readonly<Record<string, (name: string) => string>> = {
  overdue: (name) => `${name} < today()`,
  today: (name) => `${name} == today()`,
  this_week: (name) => `${name} > today() && ${name} <= ${SUNDAY}`,
  later: (name) => `${name} > ${SUNDAY}`,
};

/** The condition that the records of one group meet, as the condition builder would write it. */
export function groupCondition({ field: { name, kind }, bucket }: Grouping, value: WireValue): string {
  if (isBlank(value)) return `ISBLANK(${name})`;
  if (kind === "boolean") return value === true ? `${name} == true` : `${name} != true && !ISBLANK(${name})`;
  // Of a moment its day counts.
  const of = kind === "datetime" ? `DATEVALUE(${name})` : name;
  const text = linkId(value) ?? textValue(value);
  if (bucket === undefined) return `${name} == ${JSON.stringify(text)}`;
  if (bucket === "due") return DUE[text]?.(of) ?? "false";
  return `${of} >= "${text}" && ${of} <= "${lastDay(text, bucket)}"`;
}

const lastDay = (first: string, bucket: DayGroup): string =>
  bucket === "week" ? addDays(first, 6) : (endOfMonth(first, 0) ?? first);
