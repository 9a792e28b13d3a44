import { conditionParts } from "../../../shared/expression/simple-conditions.ts";
import type { CheckOptions } from "../../../shared/expression/types.ts";
import type { FieldInfo } from "../../data/objects.ts";

export const DAY_RANGES = ["past", "week", "month", "quarter"] as const;
export type DayRange = (typeof DAY_RANGES)[number];

/** Ranges that move on with the company's day. Weeks begin on Monday. */
const TEXTS: Readonly<Record<DayRange, (day: string) => string>> = {
  past: (day) => `${day} < today()`,
  week: (day) =>
    `${day} >= today() - days(WEEKDAY(today()) - 1) && ${day} <= today() + days(7 - WEEKDAY(today()))`,
  month: (day) => `${day} > EOMONTH(today(), -1) && ${day} <= EOMONTH(today(), 0)`,
  quarter: (day) =>
    `${day} > EOMONTH(today(), -1 - MOD(MONTH(today()) - 1, 3)) && ${day} <= EOMONTH(today(), 2 - MOD(MONTH(today()) - 1, 3))`,
};

/** The day of a date or of a moment, in an expression. */
export const dayIn = ({ kind, name }: Pick<FieldInfo, "kind" | "name">): string =>
  kind === "datetime" ? `DATEVALUE(${name})` : name;
export const rangeText = (field: FieldInfo, range: DayRange): string => TEXTS[range](dayIn(field));

/** The range that a text says of a field, however it is written; undefined: another condition. */
export function rangeOf(text: string, name: string, options: CheckOptions): DayRange | undefined {
  const printed = (one: string): string =>
    conditionParts(one, options)
      ?.map((part) => part.text)
      .join(" && ") ?? "";
  const said = printed(text);
  return DAY_RANGES.find((range) =>
    [name, `DATEVALUE(${name})`].some((day) => said !== "" && printed(TEXTS[range](day)) === said),
  );
}
