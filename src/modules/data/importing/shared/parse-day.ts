import { type DateOrder, daysOf, NUMBERS } from "./date-order.ts";
import { fromSerial, isoDate } from "./iso-date.ts";
import { namedMonth } from "./named-month.ts";
import { plainYear } from "./plain-year.ts";

/** A day without a clock. */
export function parseDay(text: string, order?: DateOrder): string | "ambiguous" | null {
  const yearFirst =
    /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年 ?(\d{1,2})月 ?(\d{1,2})[日号]?)$/.exec(
      text,
    );
  if (yearFirst) {
    const [year, month, day] = yearFirst.filter((part, index) => index > 0 && part !== undefined).map(Number);
    return isoDate(year!, month!, day!);
  }
  const dated = plainYear(text);
  if (dated !== text) return parseDay(dated, order);
  if (/^(19|20)\d{6}$/.test(text))
    return isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  const days = NUMBERS.exec(text)?.[0].length === text.length ? daysOf(text) : null;
  if (days) {
    const [first, ...others] = new Set(Object.values(days));
    if (order && days[order] !== undefined) return days[order];
    // Another order than the column's is none; without one a day that all orders agree on stands.
    if (order) return null;
    return first === undefined ? null : others.length === 0 ? first : "ambiguous";
  }
  // Of five digits only: 2024 is a year, not a day of 1905.
  if (/^[1-9]\d{4}$/.test(text)) return fromSerial(Number(text));
  return namedMonth(text);
}
