import { label } from "../i18n/label.ts";
import {
  dayNumber,
  daysLater,
  endOfMonth,
  monthsBetween,
  monthsLater,
  monthStart,
  partsOf,
  weekdayOf,
} from "../time/dates.ts";
import { localDate, parseMoment } from "../time/moment.ts";
import type { Arguments, FunctionEntry } from "./function-entry.ts";
import type { Moment } from "./types.ts";
import { type Value, big, isBig } from "./values.ts";
import { clockColor, clockKey } from "./clock-limits.ts";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";
import { addWorkingMinutes, wholeMinutes, workingMinutesBetween } from "./working-hours.ts";

/** Days and months beyond this lead out of the calendar from anywhere in it. */
export const MAX_DAYS = 4_000_000;
export const MAX_MONTHS = 200_000;

const number = (value: number): Value => big(value);
const momentNow = (moment: Moment): bigint => parseMoment(moment.now) ?? 0n;
const today = (moment: Moment): string | null => localDate(momentNow(moment), moment.zone);

function makeDate(args: Arguments): Value {
  const first = monthStart(args.whole(0, MAX_MONTHS) * 12 + args.whole(1, MAX_MONTHS) - 1);
  return first === null ? null : daysLater(first, args.whole(2, MAX_DAYS) - 1);
}
const textAt = (args: Arguments, at: number): string => {
  const value = args.values[at];
  return typeof value === "string" ? value : "";
};
const numberAt = (args: Arguments, at: number): number | null =>
  isBig(args.values[at] ?? null) ? Number(args.number(at).toFixed()) : null;
function clockLevel(args: Arguments, { clocks }: Moment): Value {
  const limit = clocks?.get(clockKey(textAt(args, 0), textAt(args, 1), textAt(args, 2)));
  return clockColor(limit, numberAt(args, 3), numberAt(args, 4));
}
function difference(args: Arguments): Value {
  const [from, to, unit] = [args.text(0), args.text(1), args.text(2)];
  if (unit === "D") return number(dayNumber(to) - dayNumber(from));
  const months = monthsBetween(from, to);
  return number(unit === "Y" ? Math.trunc(months / 12) || 0 : months);
}
const workLater = (zh: string, en: string, example: string, minutes: number) =>
  ({
    label: label(zh, en),
    example,
    args: ["datetime", "number"],
    returns: "datetime",
    evaluate: (args: Arguments, moment: Moment): Value =>
      addWorkingMinutes(moment, args.moment(0), wholeMinutes(args.number(1), minutes)),
  }) as const;
const duration = (zh: string, en: string, example: string) =>
  ({
    label: label(zh, en),
    example,
    args: ["number"],
    returns: "duration",
    evaluate: (args: Arguments): Value => args.number(0),
  }) as const;
const part = (zh: string, en: string, example: string, read: (date: string) => number) =>
  ({
    label: label(zh, en),
    example,
    args: ["date"],
    returns: "number",
    evaluate: (args: Arguments): Value => number(read(args.text(0))),
  }) as const;

export const DATE_FUNCTIONS = {
  today: {
    label: label("今天", "Today"),
    example: "close_date < today()",
    args: [],
    returns: "date",
    volatile: true,
    evaluate: (_, moment) => today(moment),
  },
  now: {
    label: label("现在", "Now"),
    example: "created_at < now() - hours(2)",
    args: [],
    returns: "datetime",
    volatile: true,
    evaluate: (_, moment) => momentNow(moment),
  },
  DATE: {
    label: label("由年、月、日得到日期", "The date of a year, month and day"),
    example: "DATE(2026, 12, 31)",
    args: ["number", "number", "number"],
    returns: "date",
    evaluate: makeDate,
  },
  DATEVALUE: {
    label: label("日期时间所在的日期（公司时区）", "The date of a moment, in the company’s time zone"),
    example: "DATEVALUE(created_at)",
    args: ["datetime"],
    returns: "date",
    evaluate: (args, moment) => localDate(args.moment(0), moment.zone),
  },
  YEAR: part("年", "Year", "YEAR(close_date)", (date) => partsOf(date).year),
  MONTH: part("月", "Month", "MONTH(close_date)", (date) => partsOf(date).month),
  DAY: part("日", "Day of the month", "DAY(close_date)", (date) => partsOf(date).day),
  WEEKDAY: part(
    "星期几，周一为 1、周日为 7",
    "Day of the week, Monday 1 to Sunday 7",
    "WEEKDAY(close_date)",
    weekdayOf,
  ),
  DATEDIF: {
    label: label("两个日期相差的整日、整月或整年", "Whole days, months or years from one date to another"),
    example: 'DATEDIF(signed_on, today(), "M")',
    args: ["date", "date", "unit"],
    returns: "number",
    evaluate: difference,
  },
  EDATE: {
    label: label("若干月之后的同一天", "The same day some months later"),
    example: "EDATE(signed_on, 12)",
    args: ["date", "number"],
    returns: "date",
    evaluate: (args) => monthsLater(args.text(0), args.whole(1, MAX_MONTHS)),
  },
  EOMONTH: {
    label: label("若干月之后的月末", "The end of the month some months later"),
    example: "EOMONTH(today(), 0)",
    args: ["date", "number"],
    returns: "date",
    evaluate: (args) => endOfMonth(args.text(0), args.whole(1, MAX_MONTHS)),
  },
  WORKDAY: {
    label: label(
      "若干工作日之后的日期（按公司日历）",
      "The date some working days later, by the company’s calendar",
    ),
    example: "WORKDAY(today(), 5)",
    args: ["date", "number"],
    returns: "date",
    evaluate: (args, moment) => addWorkingDays(moment, args.text(0), args.whole(1, MAX_DAYS)),
  },
  WORKDAYS: {
    label: label("两个日期之间的工作日，不含起始日", "Working days between two dates, without the first"),
    example: "WORKDAYS(stage_entered_at, today())",
    args: ["date", "date"],
    returns: "number",
    evaluate: (args, moment) => workingDaysBetween(moment, args.text(0), args.text(1), false),
  },
  NETWORKDAYS: {
    label: label("两个日期之间的工作日，含首尾", "Working days between two dates, including both"),
    example: "NETWORKDAYS(start_date, end_date)",
    args: ["date", "date"],
    returns: "number",
    evaluate: (args, moment) => workingDaysBetween(moment, args.text(0), args.text(1), true),
  },
  ADD_WORKING_HOURS: workLater(
    "若干工作小时之后的时间（按公司工作时间）",
    "The moment some hours of work later, by the company’s working hours",
    "ADD_WORKING_HOURS(created_at, 4)",
    60,
  ),
  ADD_WORKING_MINUTES: workLater(
    "若干工作分钟之后的时间（按公司工作时间）",
    "The moment some minutes of work later, by the company’s working hours",
    "ADD_WORKING_MINUTES(created_at, 30)",
    1,
  ),
  WORKING_MINUTES: {
    label: label(
      "两个时间之间的工作分钟数（按公司工作时间）",
      "Minutes of work from one moment to another, by the company’s working hours",
    ),
    example: "WORKING_MINUTES(created_at, now())",
    args: ["datetime", "datetime"],
    returns: "number",
    evaluate: (args, moment) => {
      const minutes = workingMinutesBetween(moment, args.moment(0), args.moment(1));
      return minutes === null ? null : number(minutes);
    },
  },
  CLOCKLEVEL: {
    label: label(
      "停留、未联系、延期（dwell、idle、slip）的预警级别：流程、阶段、哪一种、工作日数、距下次客户会面的天数；结果为 amber、red 或空",
      "The level of time in stage, contact or postponement (dwell, idle, slip): pipeline, stage, which one, working days, days to the next customer meeting; amber, red or null",
    ),
    example: 'CLOCKLEVEL(pipeline, stage, "dwell", WORKDAYS(stage_entered_at, today()))',
    args: ["any", "any", "text", "number", "number"],
    optional: 1,
    returns: "text",
    nulls: "own",
    volatile: true,
    evaluate: clockLevel,
  },
  minutes: duration("若干分钟", "Some minutes", "now() - minutes(30)"),
  hours: duration("若干小时", "Some hours", "now() - hours(2)"),
  days: duration("若干天", "Some days", "today() + days(30)"),
  weeks: duration("若干周", "Some weeks", "today() + weeks(2)"),
  months: duration("若干月", "Some months", "today() + months(3)"),
  years: duration("若干年", "Some years", "today() - years(1)"),
} as const satisfies Record<string, FunctionEntry>;
