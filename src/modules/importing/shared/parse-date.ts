import { momentAt } from "../../../shared/time/zone.ts";

/** What the columns' slashed dates say about their order. Both set: the column contradicts itself. */
export interface DateEvidence {
  readonly monthFirst: boolean;
  readonly dayFirst: boolean;
}
export type DateOrder = "mdy" | "dmy";
export const NO_EVIDENCE: DateEvidence = { monthFirst: false, dayFirst: false };

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[ T])/;

/** Adds one cell's evidence: "3/15/2017" can only be month first. */
export function weighDate(evidence: DateEvidence, cell: string): DateEvidence {
  const found = SLASHED.exec(cell.normalize("NFKC").trim());
  if (!found) return evidence;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first > 12 && !evidence.dayFirst) return { ...evidence, dayFirst: true };
  if (second > 12 && !evidence.monthFirst) return { ...evidence, monthFirst: true };
  return evidence;
}
export const orderOf = (evidence: DateEvidence): DateOrder | undefined =>
  evidence.monthFirst === evidence.dayFirst ? undefined : evidence.monthFirst ? "mdy" : "dmy";

/** "2017-02-30" is no date. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** An Excel day number; 60 and below are left out, where Excel has a day that never was. */
const fromSerial = (serial: number): string => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function namedMonth(text: string): string | null {
  const found = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4})$/i.exec(text) ?? /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (!found) return null;
  const [day, month] = /^\d/.test(found[1]!) ? [found[1]!, found[2]!] : [found[2]!, found[1]!];
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? null : isoDate(Number(found[3]), index + 1, Number(day));
}

/** A date in any common writing, "ambiguous" when month and day cannot be told apart, null when it is none. */
export function parseDate(cell: string, order?: DateOrder): string | "ambiguous" | null {
  const text = cell.normalize("NFKC").trim();
  const yearFirst = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年 ?(\d{1,2})月 ?(\d{1,2})[日号]?)$/.exec(text);
  if (yearFirst) {
    const [year, month, day] = yearFirst.filter((part, index) => index > 0 && part !== undefined).map(Number);
    return isoDate(year!, month!, day!);
  }
  if (/^(19|20)\d{6}$/.test(text)) return isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  const slashed = SLASHED.exec(text);
  if (slashed && slashed[0].length === text.length) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first > 12) return order === "mdy" ? null : isoDate(year, second, first);
    if (second > 12) return order === "dmy" ? null : isoDate(year, first, second);
    if (first === second) return isoDate(year, first, second);
    if (!order) return "ambiguous";
    return order === "mdy" ? isoDate(year, first, second) : isoDate(year, second, first);
  }
  if (/^\d{3,5}$/.test(text) && Number(text) > 60) return fromSerial(Number(text));
  const named = namedMonth(text);
  if (named) return named;
  const midnight = /^(.+?)[ T]0?0:00(:00(\.0+)?)?$/.exec(text);
  return midnight ? parseDate(midnight[1]!, order) : null;
}

const TIME = /^(上午|下午|中午|晚上|凌晨)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:\.(\d{1,6}))?)?秒?\s*(am|pm)?$/i;
function parseTime(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, chinese, hours, minutes = "0", seconds = "0", fraction = "", latin] = found;
  let hour = Number(hours);
  if ((/下午|晚上/.test(chinese ?? "") || /pm/i.test(latin ?? "")) && hour < 12) hour += 12;
  if (/am/i.test(latin ?? "") && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const two = (value: number | string): string => String(value).padStart(2, "0");
  return `${two(hour)}:${two(minutes)}:${two(seconds)}.${fraction.padEnd(6, "0")}`;
}

/** The UTC moment at which clocks in `zone` show `date` and `time` ("HH:MM:SS.ffffff"), microseconds kept. */
const zonedMoment = (date: string, time: string, zone: string): string =>
  `${momentAt(zone, date, time.slice(0, 8)).slice(0, 19)}.${time.slice(9).padEnd(6, "0")}Z`;
/** The moment a day begins in `zone`. */
export const startOfDay = (date: string, zone: string): string => zonedMoment(date, "00:00:00.000000", zone);

/** A moment as ISO UTC; without a zone of its own it is the company's. A bare date is the start of that day. */
export function parseDatetime(cell: string, zone: string, order?: DateOrder): string | "ambiguous" | null {
  const text = cell.normalize("NFKC").trim();
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    const at = Date.parse(text.replace(" ", "T"));
    if (Number.isNaN(at)) return null;
    const micro = /\.(\d{1,6})/.exec(text)?.[1]?.padEnd(6, "0") ?? "000000";
    return `${new Date(at).toISOString().slice(0, 19)}.${micro}Z`;
  }
  const date = parseDate(text, order);
  if (date !== null) return date === "ambiguous" ? date : startOfDay(date, zone);
  const serial = /^(\d{3,5})(\.\d+)$/.exec(text);
  if (serial) {
    const seconds = Math.round(Number(serial[2]) * 86_400);
    const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
    return seconds >= 86_400 ? startOfDay(fromSerial(Number(serial[1]) + 1), zone) : zonedMoment(fromSerial(Number(serial[1])), `${clock}.000000`, zone);
  }
  const split = /^(\S+?(?:日|号)?)(?:[ T]+|(?<=[日号]))(\S.*)$/.exec(text);
  if (!split) return null;
  const [day, time] = [parseDate(split[1]!, order), parseTime(split[2]!)];
  if (day === null || time === null) return null;
  return day === "ambiguous" ? day : zonedMoment(day, time, zone);
}
