import { momentAt, wallTime } from "../../../shared/time/zone.ts";

/** How dates with all parts in numbers are ordered. */
export type DateOrder = "mdy" | "dmy" | "ymd";
export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "mdy", "dmy"];

/** What the columns' cells say about their order: by order, whether some cell can only be read so; and which orders every cell allows. */
export interface DateEvidence {
  readonly only: readonly DateOrder[];
  readonly possible: readonly DateOrder[];
  /** The first cell that several orders make another day of. */
  readonly doubtful?: string;
}
export const NO_EVIDENCE: DateEvidence = { only: [], possible: DATE_ORDERS };

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T])/;
const century = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900));

/** The day a cell means in each order; none where its parts need no order. */
function daysOf(text: string): Partial<Record<DateOrder, string>> | null {
  const found = NUMBERS.exec(text);
  if (!found) return null;
  const [first, second, third] = [found[1]!, found[3]!, found[4]!];
  const days = {
    mdy: isoDate(century(third), Number(first), Number(second)),
    dmy: isoDate(century(third), Number(second), Number(first)),
    ymd: third.length === 2 && first.length === 2 ? isoDate(century(first), Number(second), Number(third)) : null,
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
  if (orders.length === 1) return evidence.only.includes(first) ? evidence : { ...evidence, only: [...evidence.only, first] };
  const possible = evidence.possible.filter((order) => orders.includes(order));
  const isDoubtful = evidence.doubtful === undefined && new Set(Object.values(days)).size > 1;
  if (possible.length === evidence.possible.length && !isDoubtful) return evidence;
  return { ...evidence, possible, ...(isDoubtful ? { doubtful: cell } : {}) };
}
export const orderOf = ({ only, possible }: DateEvidence): DateOrder | undefined =>
  only.length === 1 ? only[0] : only.length === 0 && possible.length === 1 ? possible[0] : undefined;

/** "2017-02-30" is no date. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** An Excel day number. */
const fromSerial = (serial: number): string => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function namedMonth(text: string): string | null {
  const found =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4}|\d{2})$/i.exec(text) ??
    /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (!found) return null;
  const [day, month] = /^\d/.test(found[1]!) ? [found[1]!, found[2]!] : [found[2]!, found[1]!];
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? null : isoDate(century(found[3]!), index + 1, Number(day));
}

/** A day without a clock. */
function parseDay(text: string, order?: DateOrder): string | "ambiguous" | null {
  const yearFirst = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年 ?(\d{1,2})月 ?(\d{1,2})[日号]?)$/.exec(text);
  if (yearFirst) {
    const [year, month, day] = yearFirst.filter((part, index) => index > 0 && part !== undefined).map(Number);
    return isoDate(year!, month!, day!);
  }
  if (/^(19|20)\d{6}$/.test(text)) return isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
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

const ZONED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/i;
/** A moment that says its zone, in UTC; undefined where the text is none, null where it is an impossible one. */
function zonedIn(text: string): string | null | undefined {
  const found = ZONED.exec(text);
  if (!found) return undefined;
  const zone = /^[zug]/i.test(found[3]!) ? "Z" : `${found[3]!.slice(0, 3)}:${found[3]!.slice(3).replace(":", "") || "00"}`;
  const at = Date.parse(`${found[1]}T${found[2]}${zone}`);
  if (Number.isNaN(at)) return null;
  const micro = /\.(\d{1,6})/.exec(text)?.[1]?.padEnd(6, "0") ?? "000000";
  return `${new Date(at).toISOString().slice(0, 19)}.${micro}Z`;
}

const TIME = /^(上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:[.,](\d{1,9}))?)?[分秒]?\s*(上午|下午|am|pm|a\.m\.|p\.m\.)?$/i;
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
    const milliseconds = Math.min(86_399_999, Math.round(Number(serial[2]) * 86_400_000));
    return { day: fromSerial(Number(serial[1])), time: `${new Date(milliseconds).toISOString().slice(11, 23)}000` };
  }
  const split =
    /^(\d{4}年 ?\d{1,2}月 ?\d{1,2}[日号]?)\s*(.+)$/.exec(text) ??
    /^(\S*\d)(?:T|,? +)(?:星期.|周.)?\s*((?:上午|下午|中午|晚上|凌晨|早上)?\s*\d{1,2}[:时点].*)$/i.exec(text) ??
    /^(.*\d)(?:T|,? +)(\d{1,2}:.*)$/i.exec(text);
  if (!split) return null;
  const [day, time] = [parseDay(split[1]!, order), parseTime(split[2]!)];
  return day === null || time === null ? null : { day, time };
}

/** A date in any common writing, "ambiguous" when month and day cannot be told apart, null when it is none. A clock behind it is dropped. */
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
const plainText = (cell: string): string =>
  cell
    .normalize("NFKC")
    .trim()
    .replace(/^'(?=\d)/, "")
    .replace(/\s+/g, " ");

/** The UTC moment at which clocks in `zone` show `date` and `time` ("HH:MM:SS.ffffff"), microseconds kept. */
const zonedMoment = (date: string, time: string, zone: string): string =>
  `${momentAt(zone, date, time.slice(0, 8)).slice(0, 19)}.${time.slice(9).padEnd(6, "0")}Z`;
/** The moment a day begins in `zone`. */
export const startOfDay = (date: string, zone: string): string => zonedMoment(date, "00:00:00.000000", zone);

/** A moment as ISO UTC; without a zone of its own it is the company's. A bare date is the start of that day. */
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
