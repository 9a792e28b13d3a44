import { MAX_DAYS, MAX_MONTHS } from "../../shared/expression/functions-date.ts";
import type { ClockLimit } from "../../shared/expression/clock-limits.ts";
import type { SqlScope } from "../../shared/expression/types.ts";
import { workingDates, workingRange } from "../../shared/expression/working-days.ts";
import {
  FIRST_DATE,
  LAST_DAY,
  type SqlArgument,
  type SqlFunction,
  bind,
  monthIndex,
  monthIndexFits,
  sqlOf,
  whole,
} from "./expression-sql-bind.ts";
import { HOURS_SQL } from "./expression-sql-hours.ts";

/** A date some whole days later; null outside the years 0001–9999. */
export const addDays = (date: string, days: string): string =>
  bind(
    { d: date, n: days },
    `case when (q.d - ${FIRST_DATE}) + q.n between 0 and ${LAST_DAY} then q.d + q.n::int end`,
  );
/** The same day some whole months later, the month's last day where it has none. */
export const addMonths = (date: string, months: string): string =>
  bind(
    { d: date, n: months },
    `case when ${monthIndexFits(`${monthIndex("q.d")} + q.n`)} then (q.d + make_interval(months => q.n::int))::date end`,
  );
const endOfMonth = (date: string, months: string): string =>
  bind(
    { d: date, n: months },
    `case when ${monthIndexFits(`${monthIndex("q.d")} + q.n`)} then (date_trunc('month', q.d::timestamp) + make_interval(months => q.n::int + 1))::date - 1 end`,
  );

const inYears = (moment: string): string =>
  bind(
    { r: moment },
    "case when extract(epoch from q.r) between -62135596800 and 253402300799.999999 then q.r end",
  );
/** A moment some seconds later; null outside the years 0001–9999. */
export const addSeconds = (moment: string, seconds: string): string =>
  bind(
    { t: moment, s: seconds },
    "case when extract(epoch from q.t) + q.s between -62135596800 and 253402300799.999999 then q.t + make_interval(secs => q.s::float8) end",
  );
/** A moment some months later on the wall clock of the company's zone. */
export function addMonthsToMoment(moment: string, months: string, scope: SqlScope): string {
  const zone = scope.param(scope.zone, "text");
  return inYears(
    bind(
      { l: `${moment} at time zone ${zone}`, n: months },
      `case when ${monthIndexFits(`${monthIndex("q.l")} + q.n`)} then (q.l + make_interval(months => q.n::int)) at time zone ${zone} end`,
    ),
  );
}

function makeDate(args: readonly SqlArgument[]): string {
  const day = whole(args[2], MAX_DAYS);
  const index = `${whole(args[0], MAX_MONTHS)} * 12 + ${whole(args[1], MAX_MONTHS)} - 1`;
  return addDays(
    bind({ i: index }, `case when ${monthIndexFits("q.i")} then make_date(q.i / 12, q.i % 12 + 1, 1) end`),
    `${day} - 1`,
  );
}

const monthsFrom = (a: string, b: string): string =>
  `(${monthIndex(b)} - (${monthIndex(a)}) - case when extract(day from ${b}) < extract(day from ${a}) then 1 else 0 end)`;
function difference(args: readonly SqlArgument[]): string {
  const unit = args[2]?.node;
  const [from, to] = [sqlOf(args, 0), sqlOf(args, 1)];
  if (unit?.is === "literal" && unit.value === "D") return `(${to} - ${from})::numeric`;
  const months = `case when q.b < q.a then -${monthsFrom("q.b", "q.a")} else ${monthsFrom("q.a", "q.b")} end`;
  return bind(
    { a: from, b: to },
    unit?.is === "literal" && unit.value === "Y" ? `div(${months}, 12)` : `(${months})`,
  );
}

/**
 * Working days as a sorted array: a date's place in it counts them, its elements are dates some working days
 * away.
 */
function withWorkingDays(
  values: Readonly<Record<string, string>>,
  scope: SqlScope,
  body: (from: string, to: string) => string,
): string {
  const range = workingRange(scope);
  const dates = scope.param(workingDates(scope), "date[]");
  return bind({ ...values, w: dates }, body(scope.param(range.from, "date"), scope.param(range.to, "date")));
}
const position = (date: string): string => `width_bucket(${date}, q.w)`;
const bothWithin = (from: string, to: string): string =>
  `least(q.a, q.b) >= ${from} and greatest(q.a, q.b) <= ${to}`;

/** The limits of all stages as arrays beside one another; a stage is found by its key. */
function clockLevel(args: readonly SqlArgument[], scope: SqlScope): string {
  const limits = [...(scope.clocks ?? [])];
  if (limits.length === 0) return "null::text";
  const numbers = (of: (limit: ClockLimit) => number) =>
    scope.param(
      limits.map(([, limit]) => String(of(limit))),
      "numeric[]",
    );
  const keys = scope.param(
    limits.map(([key]) => key),
    "text[]",
  );
  const [pipeline, stage, clock, days] = [0, 1, 2, 3].map((at) => sqlOf(args, at));
  const meeting = args[4] ? args[4].sql : "null::numeric";
  const isEased = `q.m between 0 and (${numbers((limit) => limit.meeting ?? -1)})[q.p]`;
  return bind(
    {
      p: `array_position(${keys}, (${pipeline})::text || '/' || (${stage})::text || '/' || ${clock})`,
      d: days ?? "null",
      m: meeting,
    },
    `case when q.d > (${numbers((limit) => limit.red)})[q.p] then case when ${isEased} then 'amber' else 'red' end when q.d > (${numbers((limit) => limit.amber)})[q.p] then 'amber' end`,
  );
}

export const DATE_SQL = {
  DATE: makeDate,
  DATEVALUE: (args, scope) => `(${sqlOf(args, 0)} at time zone ${scope.param(scope.zone, "text")})::date`,
  YEAR: (args) => `extract(year from ${sqlOf(args, 0)})`,
  MONTH: (args) => `extract(month from ${sqlOf(args, 0)})`,
  DAY: (args) => `extract(day from ${sqlOf(args, 0)})`,
  WEEKDAY: (args) => `extract(isodow from ${sqlOf(args, 0)})`,
  DATEDIF: difference,
  EDATE: (args) => addMonths(sqlOf(args, 0), whole(args[1], MAX_MONTHS)),
  EOMONTH: (args) => endOfMonth(sqlOf(args, 0), whole(args[1], MAX_MONTHS)),
  WORKDAY: (args, scope) =>
    withWorkingDays(
      { d: sqlOf(args, 0), n: whole(args[1], MAX_DAYS) },
      scope,
      (from, to) =>
        `case when q.d between ${from} and ${to} then case when q.n = 0 then q.d when q.n > 0 then (q.w)[${position("q.d")} + q.n] else (q.w)[${position("q.d - 1")} + 1 + q.n] end end`,
    ),
  WORKDAYS: (args, scope) =>
    withWorkingDays(
      { a: sqlOf(args, 0), b: sqlOf(args, 1) },
      scope,
      (from, to) =>
        `case when ${bothWithin(from, to)} then (${position("q.b")} - ${position("q.a")})::numeric end`,
    ),
  NETWORKDAYS: (args, scope) =>
    withWorkingDays(
      { a: sqlOf(args, 0), b: sqlOf(args, 1) },
      scope,
      (from, to) =>
        `case when ${bothWithin(from, to)} then (case when q.a <= q.b then ${position("q.b")} - ${position("q.a - 1")} else ${position("q.b - 1")} - ${position("q.a")} end)::numeric end`,
    ),
  CLOCKLEVEL: clockLevel,
  ...HOURS_SQL,
} as const satisfies Record<string, SqlFunction>;
