import { childrenOf, isConstant } from "../../shared/expression/references.ts";
import type { Node, SqlScope, SqlType, ValueType } from "../../shared/expression/types.ts";
import { isLink, isList } from "../../shared/expression/value-types.ts";

/** One argument of a function on its way to SQL. */
export interface SqlArgument {
  readonly sql: string;
  readonly node: Node;
}
export type SqlFunction = (args: readonly SqlArgument[], scope: SqlScope) => string;

/**
 * Computes each value once and names it `q.name` in `body`. OFFSET 0 keeps the planner from copying a value
 * into every place it is named, which would grow exponentially with nesting.
 * @example bind({ x: "a + b" }, "q.x * q.x") // (select q.x * q.x from (select a + b as x offset 0) q)
 */
export function bind(values: Readonly<Record<string, string>>, body: string): string {
  const columns = Object.entries(values).map(([name, sql]) => `${sql} as ${name}`);
  return `(select ${body} from (select ${columns.join(", ")} offset 0) q)`;
}

/**
 * a ÷ b with 12 places, half away from zero, exactly: numeric's own `/` rounds to a precision of its choice.
 * Null by zero.
 */
export const division = (a: string, b: string): string =>
  bind(
    { n: a, d: `nullif(${b}, 0)` },
    "sign(q.n) * sign(q.d) * div(2000000000000 * abs(q.n) + abs(q.d), 2 * abs(q.d)) * 0.000000000001",
  );

/**
 * The average of an aggregate with 12 places, half away from zero: rounded once, where `round(avg(…), 12)`
 * rounds what `avg` has rounded. Null of nothing.
 */
export const average = (value: string): string =>
  `sign(sum(${value})) * div(2000000000000 * abs(sum(${value})) + count(${value}), nullif(2 * count(${value}), 0)) * 0.000000000001`;

/**
 * The number without its fraction, from `least` to `most`, as an integer; a default where the argument is
 * missing.
 */
export function whole(arg: SqlArgument | undefined, most: number, absent = 0, least = -most): string {
  if (!arg) return String(absent);
  const { node } = arg;
  if (node.is === "literal" && typeof node.value === "string")
    return String(Math.max(Math.min(Math.trunc(Number(node.value)), most), least) || 0);
  // LEAST and GREATEST pass over a null.
  return bind(
    { x: arg.sql },
    `case when q.x is not null then least(greatest(trunc(q.x), ${least}), ${most})::int end`,
  );
}

/** The text of argument `index`. */
export const sqlOf = (args: readonly SqlArgument[], index: number): string => args[index]?.sql ?? "null";

export const FIRST_DATE = "date '0001-01-01'";
/** Days from the first date to the last, 9999-12-31. */
export const LAST_DAY = 3_652_058;
/** Index of a month, year * 12 + month − 1, within the years 0001–9999. */
export const monthIndexFits = (index: string): string => `${index} between 12 and 119999`;
export const monthIndex = (date: string): string =>
  `extract(year from ${date}) * 12 + extract(month from ${date}) - 1`;

/** The SQL type of an expression's type. */
export function sqlTypeOf(type: ValueType): SqlType {
  if (isLink(type)) return "uuid";
  if (isList(type)) return LISTS[type.list];
  return SCALARS[type];
}
const LISTS = {
  text: "text[]",
  number: "numeric[]",
  link: "uuid[]",
  date: "date[]",
  datetime: "timestamptz[]",
} as const;
const SCALARS = {
  text: "text",
  number: "numeric",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
  duration: "interval",
  json: "text",
  null: "text",
} as const;

/**
 * The value is known before the statement runs: reads no record, and not the departments of a moment that
 * only the database knows.
 */
export const isFixed = (node: Node, scope: SqlScope): boolean =>
  isConstant(node) && !(scope.homes && readsHomes(node));
const readsHomes = (node: Node): boolean =>
  (node.is === "call" && (node.name === "mydepartments" || node.name === "mysubtree")) ||
  childrenOf(node).some(readsHomes);
