import { century, isoDate } from "./iso-date.ts";

/** How months begin in English, German, French, Spanish and Portuguese, as far as they differ. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|out)/,
  /^nov/,
  /^(?:dec|dez|déc|dic)/,
];
const NAMED: readonly (readonly [RegExp, order: "dmy" | "mdy" | "ymd"])[] = [
  [/^(\d{1,2})(?:st|nd|rd|th|er)?[. -]*(?:de )?([a-zà-ÿ]{3,10})\.?[ ,-]*(?:de )?(\d{4}|\d{2})$/i, "dmy"],
  [/^([a-zà-ÿ]{3,10})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, "mdy"],
  [/^(\d{4})[ -]([a-z]{3,9})\.?[ -](\d{1,2})$/i, "ymd"],
];

/** "5 March 2024", "März 5, 2024", "2024-Mar-05" as a day; null where the text is none. */
export function namedMonth(text: string): string | null {
  for (const [pattern, order] of NAMED) {
    const parts = pattern.exec(text)?.slice(1);
    if (!parts) continue;
    const of = (part: string): string => parts[order.indexOf(part)]!;
    const index = MONTHS.findIndex((month) => month.test(of("m").toLowerCase()));
    return index < 0 ? null : isoDate(century(of("y")), index + 1, Number(of("d")));
  }
  return null;
}
