import { MAX_PLACES, VALUE_PATTERN } from "../../shared/expression/functions-number.ts";
import { type SqlArgument, type SqlFunction, bind, division, sqlOf, whole } from "./expression-sql-bind.ts";

const places = (args: readonly SqlArgument[]): string => whole(args[1], MAX_PLACES);
const sum = (parts: readonly string[]): string =>
  `(${parts.map((part) => `coalesce(${part}, 0)`).join(" + ")})`;
const step = (args: readonly SqlArgument[]): string => (args[1] ? args[1].sql : "1::numeric");

export const NUMBER_SQL = {
  ROUND: (args) => `round(${sqlOf(args, 0)}, ${places(args)})`,
  ROUNDUP: (args) =>
    bind(
      { x: sqlOf(args, 0), p: places(args) },
      "trunc(q.x, q.p) + case when trunc(q.x, q.p) = q.x then 0 else sign(q.x) * ('1e' || (-q.p))::numeric end",
    ),
  ROUNDDOWN: (args) => `trunc(${sqlOf(args, 0)}, ${places(args)})`,
  CEILING: (args) =>
    bind(
      { x: sqlOf(args, 0), s: step(args) },
      "case when q.s > 0 then q.x - mod(q.x, q.s) + case when mod(q.x, q.s) > 0 then q.s else 0 end end",
    ),
  FLOOR: (args) =>
    bind(
      { x: sqlOf(args, 0), s: step(args) },
      "case when q.s > 0 then q.x - mod(q.x, q.s) - case when mod(q.x, q.s) < 0 then q.s else 0 end end",
    ),
  ABS: (args) => `abs(${sqlOf(args, 0)})`,
  MOD: (args) =>
    bind(
      { a: sqlOf(args, 0), b: sqlOf(args, 1) },
      "case when q.b <> 0 then mod(q.a, q.b) + case when sign(mod(q.a, q.b)) = -sign(q.b) then q.b else 0 end end",
    ),
  MIN: (args) => `least(${args.map((arg) => arg.sql).join(", ")})`,
  MAX: (args) => `greatest(${args.map((arg) => arg.sql).join(", ")})`,
  SUM: (args) => sum(args.map((arg) => arg.sql)),
  AVERAGE(args) {
    const names = args.map((_, i) => `a${i}`);
    const values = Object.fromEntries(args.map((arg, i) => [`a${i}`, arg.sql]));
    const columns = names.map((name) => `q.${name}`);
    return bind(values, division(sum(columns), `num_nonnulls(${columns.join(", ")})::numeric`));
  },
  VALUE: (args) =>
    bind(
      { t: `replace(${sqlOf(args, 0)}, ',', '')` },
      `case when q.t ~ '${VALUE_PATTERN}' then q.t::numeric end`,
    ),
} as const satisfies Record<string, SqlFunction>;
