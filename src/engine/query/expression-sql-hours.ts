import type { SqlScope } from "../../shared/expression/types.ts";
import { MAX_WORKING_MINUTES, openingsOf } from "../../shared/expression/working-hours.ts";
import { formatMoment } from "../../shared/time/moment.ts";
import { bind, type SqlArgument, type SqlFunction, sqlOf } from "./expression-sql-bind.ts";

/**
 * Openings as two sorted arrays beside one another: when each begins (`q.s`), and a clock that goes only while one
 * is open, as it stands at each beginning (`q.w`, with its last stand behind). Sessions keep UTC, so days of an
 * interval are 24 hours.
 */
function arraysOf(scope: SqlScope): Readonly<Record<string, string>> {
  const { starts, worked } = openingsOf(scope);
  const moments = (values: readonly number[]): string =>
    scope.param(
      values.map((at) => formatMoment(BigInt(at))),
      "timestamptz[]",
    );
  return { s: moments(starts), w: moments(worked) };
}
const CARRIED = { s: "q.s", w: "q.w" };

/** What the clock of `q.w` shows at a moment. */
const workedTo = (moment: string): string =>
  bind(
    { ...CARRIED, t: moment, p: `width_bucket(${moment}, q.s)` },
    "case when q.p = 0 then (q.w)[1] else least((q.w)[q.p] + (q.t - (q.s)[q.p]), (q.w)[q.p + 1]) end",
  );
const isKnown = (moment: string, scope: SqlScope): string => {
  const { from, until } = openingsOf(scope);
  const place = (at: number): string => scope.param(formatMoment(BigInt(at)), "timestamptz");
  return `${moment} >= ${place(from)} and ${moment} < ${place(until)}`;
};

const workLater =
  (perUnit: number): SqlFunction =>
  (args: readonly SqlArgument[], scope: SqlScope): string => {
    const minutes = `least(greatest(trunc(${sqlOf(args, 1)} * ${perUnit}), -${MAX_WORKING_MINUTES}), ${MAX_WORKING_MINUTES})::int`;
    const aim = `${workedTo("q.t")} + make_interval(mins => q.m)`;
    const place = "width_bucket(case when q.m > 0 then q.a - interval '1 microsecond' else q.a end, q.w)";
    const found = bind(
      { ...CARRIED, a: "q.a", p: place },
      "case when q.p > 0 then (q.s)[q.p] + (q.a - (q.w)[q.p]) end",
    );
    return bind(
      // LEAST and GREATEST pass over a null.
      { ...arraysOf(scope), t: sqlOf(args, 0), n: sqlOf(args, 1), m: minutes },
      `case when q.n is not null and ${isKnown("q.t", scope)} then ${bind({ ...CARRIED, m: "q.m", a: aim }, found)} end`,
    );
  };

export const HOURS_SQL = {
  ADD_WORKING_HOURS: workLater(60),
  ADD_WORKING_MINUTES: workLater(1),
  WORKING_MINUTES: (args, scope) =>
    bind(
      { ...arraysOf(scope), a: sqlOf(args, 0), b: sqlOf(args, 1) },
      `case when ${isKnown("q.a", scope)} and ${isKnown("q.b", scope)} then trunc(extract(epoch from ${workedTo("q.b")} - ${workedTo("q.a")}) / 60) end`,
    ),
} as const satisfies Record<string, SqlFunction>;
