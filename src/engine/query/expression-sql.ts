import { evaluateConstant } from "../../shared/expression/evaluate.ts";
import { daysLater } from "../../shared/time/dates.ts";
import { formatMoment, startOfDate } from "../../shared/time/moment.ts";
import type { FunctionName } from "../../shared/expression/functions.ts";
import { type AnyOf, anyOf } from "../../shared/expression/further.ts";
import type { Expression, Node, PathStep, SqlScope } from "../../shared/expression/types.ts";
import { isList } from "../../shared/expression/value-types.ts";
import { type Value, toWire } from "../../shared/expression/values.ts";
import { isOfSomebody } from "./any-related.ts";
import { type SqlArgument, type SqlFunction, division, isFixed, sqlTypeOf } from "./expression-sql-bind.ts";
import { compare, isComparison } from "./expression-sql-compare.ts";
import { DATE_SQL, addDays, addMonths, addMonthsToMoment, addSeconds } from "./expression-sql-date.ts";
import { NUMBER_SQL } from "./expression-sql-number.ts";
import { TEXT_SQL } from "./expression-sql-text.ts";

/**
 * SQL of an expression's value over the row `alias`: the same value, null included, as `evaluate` gives in
 * memory. Whatever reads no record is computed here and passed as a parameter.
 * @example compileExpression(checked("ROUND(amount * 2, 0)"), "t", scope) // round((t."amount__base" * $1::numeric), …)
 */
export const compileExpression = (expression: Expression, alias: string, scope: SqlScope): string =>
  valueOf(expression.node, { alias, scope });

/**
 * SQL of a condition for a WHERE (or FILTER, or CASE WHEN), where null counts as false; add `is true` where
 * it must be a value.
 * @example compileCondition(checked('stage == "won" && amount >= 1000'), "t", scope) // (t."stage" = $1::text and t."amount__base" >= $2::numeric)
 */
export const compileCondition = (expression: Expression, alias: string, scope: SqlScope): string =>
  conditionOf(expression.node, { alias, scope });

interface Place {
  readonly alias: string;
  readonly scope: SqlScope;
}
type NodeOf<K extends Node["is"]> = Extract<Node, { is: K }>;

/** Functions without arguments and durations are constants or part of an addition: they never come here. */
type Compiled = Exclude<
  FunctionName,
  | "me"
  | "mydepartments"
  | "mysubtree"
  | "today"
  | "now"
  | "minutes"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years"
>;
const LOGIC_SQL = {
  COALESCE: (args) => `coalesce(${args.map((arg) => arg.sql).join(", ")})`,
  ISBLANK([arg]) {
    if (!arg) return "true";
    if (arg.node.type === "text") return `coalesce(${arg.sql}, '') = ''`;
    return isList(arg.node.type) ? `coalesce(cardinality(${arg.sql}), 0) = 0` : `${arg.sql} is null`;
  },
  INCLUDES: ([list, item], scope) =>
    list && item
      ? included(
          item.node,
          () => item.sql,
          () => list.sql,
          scope,
        )
      : "false",
  SIZE: ([list]) => `coalesce(cardinality(${list?.sql ?? "null"}), 0)::numeric`,
} as const satisfies Record<string, SqlFunction>;
const SQL: Readonly<Record<Compiled, SqlFunction>> = {
  ...LOGIC_SQL,
  ...NUMBER_SQL,
  ...TEXT_SQL,
  ...DATE_SQL,
};
const isCompiled = (name: string): name is Compiled => Object.hasOwn(SQL, name);

/** A condition: true, or false or null. */
function conditionOf(node: Node, place: Place): string {
  if (isFixed(node, place.scope)) return evaluateConstant(node, place.scope) === true ? "true" : "false";
  switch (node.is) {
    case "unary":
      return negated(node.arg, place);
    case "choose":
      return `case when ${conditionOf(node.condition, place)} then ${conditionOf(node.yes, place)} else ${conditionOf(node.no, place)} end`;
    case "binary":
      return binaryCondition(node, place);
    case "call":
      return isCompiled(node.name) ? callOf(node, place) : "false";
    case "asof":
      return asOfSql(node, place, true);
    default:
      return valueOf(node, place);
  }
}

function negated(node: Node, place: Place): string {
  // An equality's negation is again one comparison.
  if (node.is === "binary" && (node.op === "==" || node.op === "!="))
    return conditionOf({ ...node, op: node.op === "==" ? "!=" : "==" }, place);
  return `(${conditionOf(node, place)}) is not true`;
}

function binaryCondition(node: NodeOf<"binary">, place: Place): string {
  if (node.op === "&&" || node.op === "||") {
    const parts = partsOf(chain(node, node.op), node.op, place);
    return `(${parts.join(node.op === "&&" ? " and " : " or ")})`;
  }
  const asked = anyOf(node);
  if (asked) return anyOfCondition(node, asked, place);
  if (node.op === "in") return `(${inList(node, place)})`;
  return isComparison(node.op)
    ? `(${compare(node.op, node.left, node.right, place.scope, (child) => valueOf(child, place))})`
    : valueOf(node, place);
}
function partsOf(parts: readonly Node[], op: "&&" | "||", place: Place): readonly string[] {
  const { alias, scope } = place;
  const named = op === "||" && scope.anyRelated ? parts.filter(isOfSomebody) : [];
  if (named.length < 2) return parts.map((part) => conditionOf(part, place));
  const condition = (row: string, { condition: of }: NodeOf<"related">): string =>
    of ? conditionOf(of, { ...place, alias: row }) : "true";
  const rest = parts.filter((part) => !isOfSomebody(part)).map((part) => conditionOf(part, place));
  return [...rest, scope.anyRelated?.(alias, named, condition) ?? "false"];
}
/** a && (b && c) and (a && b) && c as one list: no nesting for the database to climb. */
function chain(node: Node, op: "&&" | "||"): readonly Node[] {
  return node.is === "binary" && node.op === op
    ? [...chain(node.left, op), ...chain(node.right, op)]
    : [node];
}

/** The link, or its list, each by its own index. */
function anyOfCondition(node: NodeOf<"binary">, { op, link, other, list }: AnyOf, place: Place): string {
  const value = (child: Node) => valueOf(child, place);
  const first = op === "in" ? inList(node, place) : compare("==", link, other, place.scope, value);
  const further =
    op === "in" ? `${value(list)} && ${value(other)}` : `${value(list)} @> array[${value(other)}]`;
  const found = first === "false" ? "false" : `(${first} or ${further})`;
  return op === "!=" ? `(${found} is not true)` : found;
}

function inList(node: NodeOf<"binary">, place: Place): string {
  const { left, right } = node;
  const value = (): string => valueOf(left, place);
  if (right.is === "list" && !isFixed(right, place.scope)) {
    const items = right.items.filter(
      (item) => !isFixed(item, place.scope) || evaluateConstant(item, place.scope) !== null,
    );
    return `${value()} in (${items.map((item) => valueOf(item, place)).join(", ")})`;
  }
  if (!isFixed(right, place.scope)) return included(left, value, () => valueOf(right, place), place.scope);
  const list = evaluateConstant(right, place.scope);
  const known = Array.isArray(list) ? list.filter((item) => item !== null) : [];
  if (known.length === 0) return "false";
  return `${value()} = any(${parameter(known, right, place.scope)})`;
}
/** A fixed item is asked for by containment, which a GIN index serves. */
function included(item: Node, value: () => string, list: () => string, scope: SqlScope): string {
  if (!isFixed(item, scope)) return `${value()} = any(${list()})`;
  return evaluateConstant(item, scope) === null ? "false" : `${list()} @> array[${value()}]`;
}

/** The exact value, null included. */
function valueOf(node: Node, place: Place): string {
  if (isFixed(node, place.scope)) return parameter(evaluateConstant(node, place.scope), node, place.scope);
  switch (node.is) {
    case "path":
      return pathOf(node.steps, place.alias, place.scope);
    case "related":
      return relatedOf(node, place);
    case "asof":
      return asOfSql(node, place, node.type === "boolean");
    case "choose":
      return `(case when ${conditionOf(node.condition, place)} then ${valueOf(node.yes, place)} else ${valueOf(node.no, place)} end)`;
    case "list":
      return `array[${node.items.map((item) => valueOf(item, place)).join(", ")}]`;
    case "unary":
      return node.op === "-" ? `(-${valueOf(node.arg, place)})` : `((${conditionOf(node, place)}) is true)`;
    case "binary":
      return node.type === "boolean" ? `((${conditionOf(node, place)}) is true)` : arithmeticOf(node, place);
    case "call":
      return isPredicate(node) ? `((${conditionOf(node, place)}) is true)` : callOf(node, place);
    default:
      return "null";
  }
}
/** Conditions among the functions; COALESCE of yes-or-no fields may be null. */
const isPredicate = (node: NodeOf<"call">): boolean => node.type === "boolean" && node.name !== "COALESCE";

/** A value computed here, as a parameter. */
function parameter(value: Value, node: Node, scope: SqlScope): string {
  const type = sqlTypeOf(node.type);
  if (value === null) return `null::${type}`;
  if (typeof value === "boolean") return String(value);
  const wire = toWire(value);
  if (Array.isArray(wire))
    return scope.param(
      wire.filter((item) => typeof item === "string"),
      type,
    );
  return scope.param(typeof wire === "string" ? wire : null, type);
}

function pathOf(steps: readonly PathStep[], alias: string, scope: SqlScope): string {
  const [step, ...rest] = steps;
  if (!step) return "null";
  return rest.length === 0
    ? scope.field(alias, step)
    : scope.follow(alias, step, (inner) => pathOf(rest, inner, scope));
}

function relatedOf(node: NodeOf<"related">, { alias, scope }: Place): string {
  const sql = scope.related(alias, node, (inner) =>
    node.condition ? conditionOf(node.condition, { alias: inner, scope }) : "true",
  );
  if (node.fn === "exists") return `coalesce(${sql}, false)`;
  return node.fn === "count" || node.fn === "sum" ? `coalesce(${sql}, 0)::numeric` : sql;
}

/** Inside, "now" is that moment too. */
function asOfSql(node: NodeOf<"asof">, { alias, scope }: Place, isCondition: boolean): string {
  const at = momentOf(evaluateConstant(node.moment, scope), scope.zone);
  if (at === null) return isCondition ? "false" : `null::${sqlTypeOf(node.type)}`;
  const inside = isCondition ? conditionOf : valueOf;
  return scope.asof(alias, at, (row, then) => inside(node.arg, { alias: row, scope: then }), isCondition);
}
/** A date is the last microsecond of that day. */
function momentOf(value: Value, zone: string): string | null {
  if (typeof value === "bigint") return formatMoment(value);
  const next = typeof value === "string" ? daysLater(value, 1) : null;
  return next === null ? null : formatMoment(startOfDate(next, zone) - 1n);
}

/** Compiled when asked for: a parameter that no SQL names is an error to the database. */
class Argument implements SqlArgument {
  readonly node: Node;
  readonly #place: Place;
  #sql: string | undefined;
  constructor(node: Node, place: Place) {
    this.node = node;
    this.#place = place;
  }
  get sql(): string {
    return (this.#sql ??= valueOf(this.node, this.#place));
  }
}

function callOf(node: NodeOf<"call">, place: Place): string {
  if (node.name === "mydepartments" || node.name === "mysubtree")
    return place.scope.homes?.(node.name === "mysubtree") ?? "null::uuid[]";
  if (!isCompiled(node.name)) throw new Error(`${node.name} has no SQL of its own.`);
  const args = node.args.map((arg) => new Argument(arg, place));
  return SQL[node.name](args, place.scope);
}

function arithmeticOf(node: NodeOf<"binary">, place: Place): string {
  if (node.right.type === "duration") return shiftOf(node, place);
  const [a, b] = [valueOf(node.left, place), valueOf(node.right, place)];
  switch (node.op) {
    case "&":
      return `(coalesce(${a}, '') || coalesce(${b}, ''))`;
    case "/":
      return division(a, b);
    case "-":
      if (node.left.type === "datetime")
        return division(`extract(epoch from (${a} - ${b}))`, "86400::numeric");
      return node.left.type === "date" ? `(${a} - ${b})::numeric` : `(${a} - ${b})`;
    default:
      return `(${a} ${node.op} ${b})`;
  }
}

const MONTHS: Readonly<Record<string, number>> = { months: 1, years: 12 };
const DAYS: Readonly<Record<string, number>> = { days: 1, weeks: 7 };
const SECONDS: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 };

function shiftOf(node: NodeOf<"binary">, place: Place): string {
  const duration = node.right;
  const [argument] = duration.is === "call" ? duration.args : [];
  if (duration.is !== "call" || !argument) return "null";
  const time = valueOf(node.left, place);
  const times = (factor: number): string =>
    `${node.op === "-" ? "-" : ""}trunc(${valueOf(argument, place)}) * ${factor}`;
  const months = MONTHS[duration.name];
  if (months !== undefined)
    return node.left.type === "date"
      ? addMonths(time, times(months))
      : addMonthsToMoment(time, times(months), place.scope);
  return node.left.type === "date"
    ? addDays(time, times(DAYS[duration.name] ?? 0))
    : addSeconds(time, times(SECONDS[duration.name] ?? 0));
}
