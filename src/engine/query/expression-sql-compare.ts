import Big from "big.js";
import { daysLater } from "../../shared/time/dates.ts";
import { formatMoment, startOfDate, withinYears } from "../../shared/time/moment.ts";
import { evaluateConstant } from "../../shared/expression/evaluate.ts";
import { toWire } from "../../shared/expression/values.ts";
import type { BinaryOperator, Node, SqlScope } from "../../shared/expression/types.ts";
import { isFixed } from "./expression-sql-bind.ts";

type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";
const COMPARISONS: readonly string[] = ["==", "!=", "<", "<=", ">", ">="];
export const isComparison = (op: BinaryOperator): op is Comparison => COMPARISONS.includes(op);

/** May the value be null? When in doubt: yes. */
export function isNullable(node: Node, scope: SqlScope): boolean {
  if (isFixed(node, scope)) return evaluateConstant(node, scope) === null;
  if (node.is === "binary" || node.is === "unary") return node.type !== "boolean" && node.type !== "text";
  if (node.is === "related") return node.fn === "min" || node.fn === "max" || node.fn === "avg";
  return true;
}

/**
 * Compares two SQL values. In a condition (null counts as false) this leaves columns bare, so that indexes
 * serve.
 */
export function compare(
  op: Comparison,
  left: Node,
  right: Node,
  scope: SqlScope,
  value: (node: Node) => string,
): string {
  const byDate = comparedByDate(op, left, right, scope, value);
  if (byDate !== undefined) return byDate;
  const [a, b] = wholeNumbers(left, right, scope, value) ??
    wholeNumbers(right, left, scope, value)?.toReversed() ?? [value(left), value(right)];
  if (op !== "==" && op !== "!=") return `${a} ${op} ${b}${left.type === "text" ? ' collate "C"' : ""}`;
  if (isNullConstant(right, scope)) return `${a} is ${op === "==" ? "" : "not "}null`;
  if (isNullConstant(left, scope)) return `${b} is ${op === "==" ? "" : "not "}null`;
  const both = isNullable(left, scope) && isNullable(right, scope);
  if (op === "==") return both ? `${a} is not distinct from ${b}` : `${a} = ${b}`;
  return isNullable(left, scope) || isNullable(right, scope) ? `${a} is distinct from ${b}` : `${a} <> ${b}`;
}
const CAST_COLUMN = /^(\w+\."[^"]+")::numeric$/;
const MOST_WHOLE = "9223372036854775807";
/**
 * A column of whole numbers beside a fixed whole number: the number is cast, as an index on the column knows
 * nothing of a cast column.
 */
function wholeNumbers(
  column: Node,
  fixed: Node,
  scope: SqlScope,
  value: (node: Node) => string,
): readonly [string, string] | undefined {
  const bare =
    column.is === "path" && column.type === "number" && isFixed(fixed, scope)
      ? CAST_COLUMN.exec(value(column))?.[1]
      : undefined;
  const wire = bare === undefined ? null : toWire(evaluateConstant(fixed, scope));
  if (bare === undefined || typeof wire !== "string") return undefined;
  const number = new Big(wire);
  if (!number.round(0, 0).eq(number) || number.abs().gt(MOST_WHOLE)) return undefined;
  return [bare, `${value(fixed)}::bigint`];
}
const isNullConstant = (node: Node, scope: SqlScope): boolean =>
  isFixed(node, scope) && evaluateConstant(node, scope) === null;

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * The date of a moment beside a fixed date becomes a range of moments: `DATEVALUE(created_at) <= $d` →
 * `created_at < start of the next day`.
 */
function comparedByDate(
  op: Comparison,
  left: Node,
  right: Node,
  scope: SqlScope,
  value: (node: Node) => string,
): string | undefined {
  const column = momentColumn(left);
  if (!column)
    return momentColumn(right) ? comparedByDate(MIRRORED[op], right, left, scope, value) : undefined;
  const date = isFixed(right, scope) ? evaluateConstant(right, scope) : null;
  const next = typeof date === "string" ? daysLater(date, 1) : null;
  if (typeof date !== "string" || next === null || withinYears(startOfDate(date, scope.zone)) === null)
    return undefined;
  const moment = value(column);
  const start = (day: string): string =>
    scope.param(formatMoment(startOfDate(day, scope.zone)), "timestamptz");
  switch (op) {
    case "<":
      return `${moment} < ${start(date)}`;
    case "<=":
      return `${moment} < ${start(next)}`;
    case ">":
      return `${moment} >= ${start(next)}`;
    case ">=":
      return `${moment} >= ${start(date)}`;
    default:
      return `(${moment} >= ${start(date)} and ${moment} < ${start(next)})${op === "!=" ? " is not true" : ""}`;
  }
}
function momentColumn(node: Node): Node | undefined {
  const [arg] = node.is === "call" && node.name === "DATEVALUE" ? node.args : [];
  return arg?.is === "path" ? arg : undefined;
}
