import type { WireValue } from "../metadata/object.ts";
import { dateOfDay, DAY_MS, dayNumber, daysLater, monthsLater } from "../time/dates.ts";
import { localClock, momentOfClock, withinYears } from "../time/moment.ts";
import { compareValues } from "./compare-values.ts";
import { type AnyOf, anyOf } from "./further.ts";
import { Arguments, type FunctionEntry } from "./function-entry.ts";
import { MAX_MONTHS } from "./functions-date.ts";
import { FUNCTIONS, isFunctionName } from "./functions.ts";
import { pathKey } from "./print.ts";
import type { Expression, Moment, Node, Scope } from "./types.ts";
import { type Value, big, divide, fromWire, isBig, toWire } from "./values.ts";

/**
 * The value of an expression over one record, in wire form: numbers as canonical decimal strings, percent as
 * fraction. Never throws for a checked expression; a value of the record that does not fit its kind counts as
 * null. Same result as the compiled SQL.
 * @example evaluate(expression, { record: { amount: { amount: "10.5", currency: "CNY" } }, … }) // "21" for "amount * 2"
 */
export const evaluate = (expression: Expression, scope: Scope): WireValue =>
  toWire(evaluateNode(expression.node, scope));

/** Whether a condition holds: null and false do not. */
export const holds = (expression: Expression, scope: Scope): boolean =>
  evaluateNode(expression.node, scope) === true;

/**
 * The value of a tree that reads no record (`isConstant`). The moment is not copied: whether anything asks
 * what time it is shows there.
 */
export const evaluateConstant = (node: Node, moment: Moment): Value =>
  evaluateNode(node, Object.create(moment, NO_RECORD) as Scope);
const NO_RECORD = { record: { value: {}, enumerable: true } };

function evaluateNode(node: Node, scope: Scope): Value {
  switch (node.is) {
    case "literal":
      return fromWire(node.value, node.type);
    case "path":
      return evaluatePath(node, scope);
    case "variable":
      return null;
    case "list":
      return node.items.map((item) => evaluateNode(item, scope));
    case "unary":
      return evaluateUnary(node.op, evaluateNode(node.arg, scope));
    case "choose":
      return evaluateNode(evaluateNode(node.condition, scope) === true ? node.yes : node.no, scope);
    case "binary":
      return evaluateBinary(node, scope);
    case "call":
      return evaluateCall(node, scope);
    case "related":
      return evaluateRelated(node, scope);
    // The checker lets it stand only where the database answers.
    case "asof":
      return node.type === "boolean" ? false : null;
  }
}

function evaluatePath(node: Extract<Node, { is: "path" }>, scope: Scope): Value {
  const last = node.steps.at(-1);
  if (!last) return null;
  const wire = node.steps.length === 1 ? scope.record[last.field] : scope.linked?.[pathKey(node.steps)];
  return fromWire(wire, node.type, last.kind, last.part);
}

function evaluateRelated(node: Extract<Node, { is: "related" }>, scope: Scope): Value {
  const value = fromWire(scope.related?.[node.key], node.type);
  if (value !== null) return value;
  if (node.fn === "exists") return false;
  return node.fn === "count" || node.fn === "sum" ? big(0) : null;
}

function evaluateUnary(op: "!" | "-", value: Value): Value {
  if (op === "!") return value !== true;
  return isBig(value) ? big(0).minus(value) : null;
}

function evaluateCall(node: Extract<Node, { is: "call" }>, scope: Scope): Value {
  if (!isFunctionName(node.name)) return null;
  const entry: FunctionEntry = FUNCTIONS[node.name];
  const args = node.args.map((arg) => evaluateNode(arg, scope));
  if (entry.nulls !== "own" && args.includes(null)) return entry.nulls === "false" ? false : null;
  return entry.evaluate(new Arguments(args), scope);
}

type Binary = Extract<Node, { is: "binary" }>;
function evaluateBinary(node: Binary, scope: Scope): Value {
  const left = evaluateNode(node.left, scope);
  if (node.op === "&&") return left === true && evaluateNode(node.right, scope) === true;
  if (node.op === "||") return left === true || evaluateNode(node.right, scope) === true;
  if (node.right.type === "duration") return shift(left, node.op === "-" ? -1 : 1, node.right, scope);
  const right = evaluateNode(node.right, scope);
  const asked = anyOf(node);
  if (asked) return evaluateAnyOf(asked, scope);
  switch (node.op) {
    case "==":
      return same(left, right);
    case "!=":
      return !same(left, right);
    case "in":
      return left !== null && Array.isArray(right) && right.some((item) => item !== null && same(left, item));
    case "&":
      return `${typeof left === "string" ? left : ""}${typeof right === "string" ? right : ""}`;
    default:
      return left === null || right === null
        ? node.type === "boolean"
          ? false
          : null
        : known(node.op, left, right);
  }
}
const same = (a: Value, b: Value): boolean =>
  a === null || b === null ? a === b : compareValues(a, b) === 0;

/** Whether any of the records that a link and its list name is meant. */
function evaluateAnyOf({ op, link, other, list }: AnyOf, scope: Scope): Value {
  const further = evaluateNode(list, scope);
  const [first, meant] = [evaluateNode(link, scope), evaluateNode(other, scope)];
  const all = [first, ...(Array.isArray(further) ? further : [])];
  const wanted = op === "in" ? (Array.isArray(meant) ? meant.filter((one) => one !== null) : []) : [meant];
  const found = all.some((one) => wanted.some((each) => same(one, each)));
  return op === "!=" ? !found : found;
}

/** Operators over two values that are not null. */
function known(op: Binary["op"], left: Value, right: Value): Value {
  switch (op) {
    case "<":
      return compareValues(left, right) < 0;
    case "<=":
      return compareValues(left, right) <= 0;
    case ">":
      return compareValues(left, right) > 0;
    case ">=":
      return compareValues(left, right) >= 0;
    default:
      return isBig(left) && isBig(right)
        ? arithmetic(op, left, right)
        : op === "-"
          ? difference(left, right)
          : null;
  }
}
type Big = ReturnType<typeof big>;
function arithmetic(op: Binary["op"], left: Big, right: Big): Value {
  if (op === "+") return left.plus(right);
  if (op === "-") return left.minus(right);
  return op === "*" ? left.times(right) : divide(left, right);
}

const MICROS_PER_DAY = BigInt(DAY_MS) * 1000n;
/** Days between two dates, or between two moments with their fraction. */
function difference(left: Value, right: Value): Value {
  if (typeof left === "bigint" && typeof right === "bigint")
    return divide(big(String(left - right)), big(String(MICROS_PER_DAY)));
  return typeof left === "string" && typeof right === "string"
    ? big(dayNumber(left) - dayNumber(right))
    : null;
}

/** More minutes than the calendar has. */
const MAX_UNITS = 6_000_000_000;
const DAYS: Readonly<Record<string, number>> = { days: 1, weeks: 7 };
const MONTHS: Readonly<Record<string, number>> = { months: 1, years: 12 };
const SECONDS: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 };

/**
 * A date or moment moved by a duration: months keep the wall clock, all else is exact time. Parts of a unit
 * do not count.
 */
function shift(time: Value, sign: 1 | -1, node: Node, scope: Scope): Value {
  if (node.is !== "call") return null;
  const [argument] = node.args;
  const amount = argument ? evaluateNode(argument, scope) : null;
  if (!isBig(amount) || time === null) return null;
  const count = new Arguments([amount]).whole(0, MAX_UNITS) * sign;
  const months = MONTHS[node.name];
  if (typeof time === "string")
    return months === undefined
      ? daysLater(time, count * (DAYS[node.name] ?? 0))
      : monthsLater(time, clampMonths(count * months));
  if (typeof time !== "bigint") return null;
  return months === undefined
    ? withinYears(time + BigInt(count * (SECONDS[node.name] ?? 0)) * 1_000_000n)
    : shiftMonths(time, clampMonths(count * months), scope.zone);
}
const clampMonths = (months: number): number => Math.min(Math.max(months, -MAX_MONTHS), MAX_MONTHS);

function shiftMonths(moment: bigint, months: number, zone: string): Value {
  const clock = localClock(moment, zone);
  const day = Math.floor(clock / DAY_MS);
  const date = dateOfDay(day);
  const moved = date === null ? null : monthsLater(date, months);
  if (moved === null) return null;
  const subSecond = ((moment % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return withinYears(momentOfClock(dayNumber(moved) * DAY_MS + (clock - day * DAY_MS), zone) + subSecond);
}
