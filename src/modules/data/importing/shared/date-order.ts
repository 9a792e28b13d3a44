import { century, isoDate } from "./iso-date.ts";

/** How dates with all parts in numbers are ordered. */
export type DateOrder = "mdy" | "dmy" | "ymd";
export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "mdy", "dmy"];

/** A date with all parts in numbers, whichever comes first; a clock may be behind it. */
export const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T])/;

/** The day a cell means in each order; none where its parts need no order. */
export function daysOf(text: string): Partial<Record<DateOrder, string>> | null {
  const found = NUMBERS.exec(text);
  if (!found) return null;
  const [first, second, third] = [found[1]!, found[3]!, found[4]!];
  const days = {
    mdy: isoDate(century(third), Number(first), Number(second)),
    dmy: isoDate(century(third), Number(second), Number(first)),
    ymd:
      third.length === 2 && first.length === 2
        ? isoDate(century(first), Number(second), Number(third))
        : null,
  };
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null));
}
