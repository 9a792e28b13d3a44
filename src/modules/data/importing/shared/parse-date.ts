import { clockOfSerial } from "../../../../shared/time/serial-day.ts";
import { dateOfParts, DAY_MS } from "../../../../shared/time/dates.ts";
import { momentAt, wallTime } from "../../../../shared/time/zone.ts";

/** How dates with all parts in numbers are ordered. */
export type DateOrder = "mdy" | "dmy" | "ymd";
export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "mdy", "dmy"];

/**
 * What the columns' cells say about their order: by order, whether some cell can only be read so; and which
 * orders every cell allows.
 */
export interface DateEvidence {
  readonly only: readonly DateOrder[];
  readonly possible: readonly DateOrder[];
  /** The first cell that several orders make another day of. */
  readonly doubtful?: string;
}
export const NO_EVIDENCE: DateEvidence = { only: [], possible: DATE_ORDERS };

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T])/;
const century = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

/** The day a cell means in each order; none where its parts need no order. */
function daysOf(text: string): Partial<Record<DateOrder, string>> | null {
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

/** Adds one cell's evidence: "3/15/2017" can only be month first. */
export function weighDate(evidence: DateEvidence, cell: string): DateEvidence {
  const days = daysOf(cell.normalize("NFKC").trim());
  if (!days) return evidence;
  const orders = DATE_ORDERS.filter((order) => days[order] !== undefined);
  const [first] = orders;
  if (first === undefined) return evidence;
  if (orders.length === 1)
    return evidence.only.includes(first) ? evidence : { ...evidence, only: [...evidence.only, first] };
  const possible = evidence.possible.filter((order) => orders.includes(order));
  const isDoubtful = evidence.doubtful === undefined && new Set(Object.values(days)).size > 1;
  if (possible.length === evidence.possible.length && !isDoubtful) return evidence;
  return { ...evidence, possible, ...(isDoubtful ? { doubtful: cell } : {}) };
}
export const orderOf = ({ only, possible }: DateEvidence): DateOrder | undefined =>
  only.length === 1 ? only[0] : only.length === 0 && possible.length === 1 ? possible[0] : undefined;

/** "2017-02-30" is no date. */
export const isoDate = (year: number, month: number, day: number): string | null =>
  year < 1000 ? null : dateOfParts(year, month, day);

/** An Excel day number. */
const fromSerial = (serial: number): string => clockOfSerial(serial).toISOString().slice(0, 10);

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
function namedMonth(text: string): string | null {
  for (const [pattern, order] of NAMED) {
    const parts = pattern.exec(text)?.slice(1);
    if (!parts) continue;
    const of = (part: string): string => parts[order.indexOf(part)]!;
    const index = MONTHS.findIndex((month) => month.test(of("m").toLowerCase()));
    return index < 0 ? null : isoDate(century(of("y")), index + 1, Number(of("d")));
  }
  return null;
}

const DIGITS = "〇一二三四五六七八九";
/**
 * "二〇二四年三月十五日", "民国113年3月5日", "24年3月5日" as a day with a year of four digits in digits; any other text as it
 * is.
 */
function plainYear(text: string): string {
  const taiwan = /^(?:民国|民國|中华民国|中華民國) ?(\d{1,3})(年.*|[./-]\d.*)$/.exec(text);
  if (taiwan) return `${Number(taiwan[1]) + 1911}${taiwan[2]}`;
  const short = /^(\d\d)(年 ?\d{1,2}月 ?\d{1,2}[日号]?.*)$/.exec(text);
  if (short) return `${century(short[1]!)}${short[2]}`;
  const written =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})([日号].*)?$/.exec(
      text,
    );
  if (!written) return text;
  const year = [...written[1]!.replace(/[零○]/g, "〇")].map((sign) => DIGITS.indexOf(sign)).join("");
  return `${year}年${written
    .slice(2, 4)
    .map((part) => tens(part))
    .join("月")}${written[4] ?? "日"}`;
}
/** 三十一 is 31. */
function tens(text: string): number {
  const [before, behind] = text.includes("十")
    ? [text.slice(0, text.indexOf("十")), text.slice(text.indexOf("十") + 1)]
    : ["〇", text];
  return (before === "" ? 1 : DIGITS.indexOf(before)) * 10 + (behind === "" ? 0 : DIGITS.indexOf(behind));
}

/** A day without a clock. */
function parseDay(text: string, order?: DateOrder): string | "ambiguous" | null {
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

const ZONED =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)(?: ?\[[\w/+-]+\]| [A-Z]{3,4})?$/i;
/**
 * How browsers and mail programs write a moment: "Tue Mar 05 2024 08:00:00 GMT+0800 (…)", "Tue, 05 Mar 2024
 * 08:00:00 +0800".
 */
const SPELLED =
  /^(?:[a-z]{3}, )?(?:[a-z]{3} ([a-z]{3}) (\d\d) (\d{4})|(\d{1,2}) ([a-z]{3}) (\d{4})) (\d\d:\d\d:\d\d) (?:GMT|UTC)?([+-]\d{4})?(?: \(.+\))?$/i;
/** The same moment as ISO writes it; any other text as it is. */
function isoMoment(text: string): string {
  const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/i.exec(text);
  if (compact)
    return `${compact.slice(1, 4).join("-")}T${compact[4]}:${compact[5]}:${compact[6] ?? "00"}${compact[7]}`;
  const found = SPELLED.exec(text);
  if (!found) return text;
  const day = namedMonth(
    found[1] ? `${found[2]} ${found[1]} ${found[3]}` : `${found[4]} ${found[5]} ${found[6]}`,
  );
  return day === null ? text : `${day}T${found[7]}${found[8] ?? "Z"}`;
}
/**
 * A moment that says its zone, in UTC; undefined where the text is none, null where it is an impossible one.
 */
function zonedIn(given: string): string | null | undefined {
  const text = isoMoment(given);
  const found = ZONED.exec(text);
  if (!found) return undefined;
  const zone = /^[zug]/i.test(found[3]!)
    ? "Z"
    : `${found[3]!.slice(0, 3)}:${found[3]!.slice(3).replace(":", "") || "00"}`;
  const at = Date.parse(`${found[1]}T${found[2]}${zone}`);
  if (Number.isNaN(at)) return null;
  const micro = /\.(\d{1,6})/.exec(text)?.[1]?.padEnd(6, "0") ?? "000000";
  return `${new Date(at).toISOString().slice(0, 19)}.${micro}Z`;
}

const TIME =
  /^(上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:[.,](\d{1,9}))?)?[分秒]?\s*(上午|下午|am|pm|a\.m\.|p\.m\.)?$/i;
function parseTime(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, before, hours, minutes = "0", seconds = "0", fraction = "", behind] = found;
  const half = `${before ?? ""}${behind ?? ""}`.toLowerCase();
  let hour = Number(hours);
  if ((/下午|晚上|^p/.test(half) || (/中午/.test(half) && hour < 11)) && hour < 12) hour += 12;
  if (/上午|凌晨|^a/.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const two = (value: number | string): string => String(value).padStart(2, "0");
  return `${two(hour)}:${two(minutes)}:${two(seconds)}.${fraction.slice(0, 6).padEnd(6, "0")}`;
}

interface DayAndTime {
  readonly day: string | "ambiguous";
  readonly time: string;
}
/** A day with a clock behind it that says no zone. */
function dayAndTime(text: string, order?: DateOrder): DayAndTime | null {
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

/**
 * A date in any common writing, "ambiguous" when month and day cannot be told apart, null when it is none. A
 * clock behind it is dropped.
 */
export function parseDate(cell: string, order?: DateOrder): string | "ambiguous" | null {
  const text = plainText(cell);
  const day = parseDay(text, order);
  return day ?? dayAndTime(text, order)?.day ?? null;
}
/** The same for a company: a moment that says its zone is the day that the company's calendar shows then. */
export function parseDateIn(cell: string, zone: string, order?: DateOrder): string | "ambiguous" | null {
  const moment = zonedIn(plainText(cell));
  if (moment !== undefined) return moment === null ? null : wallTime(zone, moment).slice(0, 10);
  return parseDate(cell, order);
}
/** Most cells of most files need nothing taken off. */
const PLAIN = /^\d{4}-\d{1,2}-\d{1,2}(?:[ T][\d:.]+Z?)?$/;
const WEEKDAY = / ?\(?(?:星期|周|礼拜|週)[一二三四五六日天]\)?(?= |$)/;
/** As a keyboard writes it, without the day of the week. */
const plainText = (cell: string): string => (PLAIN.test(cell) ? cell : withoutWeekday(cell));
const withoutWeekday = (cell: string): string =>
  cell
    .normalize("NFKC")
    .trim()
    .replace(/^'(?=\d)/, "")
    .replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/g, "-")
    .replace(WEEKDAY, "")
    .replace(/^(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,? (?=\d|[a-z]+\.? \d{1,2},)/i, "")
    .replace(/^(\d{1,4})\. (\d{1,2})\. (\d{1,4})\.?(?=$| )/, "$1.$2.$3")
    .replace(/^(\d{8})(\d\d)(\d\d)(\d\d)$/, "$1 $2:$3:$4")
    .replace(/\s+/g, " ")
    .trim();

/** The UTC moment at which clocks in `zone` show `date` and `time` ("HH:MM:SS.ffffff"), microseconds kept. */
const zonedMoment = (date: string, time: string, zone: string): string =>
  `${momentAt(zone, date, time.slice(0, 8)).slice(0, 19)}.${time.slice(9).padEnd(6, "0")}Z`;
/** The moment a day begins in `zone`. */
export const startOfDay = (date: string, zone: string): string => zonedMoment(date, "00:00:00.000000", zone);

/**
 * A moment as ISO UTC; without a zone of its own it is the company's. A bare date is the start of that day.
 */
export function parseDatetime(cell: string, zone: string, order?: DateOrder): string | "ambiguous" | null {
  const text = plainText(cell);
  const moment = zonedIn(text);
  if (moment !== undefined) return moment;
  const day = parseDay(text, order);
  if (day !== null) return day === "ambiguous" ? day : startOfDay(day, zone);
  const split = dayAndTime(text, order);
  if (!split) return null;
  return split.day === "ambiguous" ? split.day : zonedMoment(split.day, split.time, zone);
}
