import type { WireValue } from "../metadata/object.ts";
import { checkExpression } from "./check.ts";
import { isConstant } from "./references.ts";
import { printNode, printPath, quote } from "./print.ts";
import type { BinaryOperator, CheckOptions, Node } from "./types.ts";

export const CONDITION_OPERATORS = [
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "in",
  "not_in",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "blank",
  "not_blank",
] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];
/**
 * A literal in wire form (numbers as decimal strings, percent as fraction), a list of them, or `{expression}`
 * such as `today() + days(30)`.
 */
export type ConditionValue = WireValue;
export interface ConditionRow {
  /** API name or dotted path. */
  readonly field: string;
  readonly operator: ConditionOperator;
  /** Absent for blank and not_blank. */
  readonly value?: ConditionValue;
}
/** What the screen's condition builder edits. */
export interface ConditionModel {
  readonly match: "all" | "any";
  readonly rows: readonly ConditionRow[];
}

const SIGNS = { eq: "==", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=" } as const;
const OF_SIGN: Readonly<Partial<Record<BinaryOperator, ConditionOperator>>> = {
  "==": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  in: "in",
};
const MIRRORED: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
const OF_CALL: Readonly<Record<string, ConditionOperator>> = {
  CONTAINS: "contains",
  INCLUDES: "contains",
  STARTSWITH: "starts_with",
  ENDSWITH: "ends_with",
  ISBLANK: "blank",
};
const NEGATED: Readonly<Partial<Record<ConditionOperator, ConditionOperator>>> = {
  in: "not_in",
  contains: "not_contains",
  blank: "not_blank",
  not_blank: "blank",
  eq: "ne",
  ne: "eq",
};

/**
 * The text of a condition model, to be stored and sent as any other expression; "" without rows.
 * @example conditionsText({ match: "all", rows: [{ field: "amount", operator: "ge", value: "1000" }] }, options) // "amount >= 1000"
 */
export function conditionsText(model: ConditionModel, options: CheckOptions): string {
  return model.rows.map((row) => rowText(row, options)).join(model.match === "all" ? " && " : " || ");
}

function rowText({ field, operator, value = null }: ConditionRow, options: CheckOptions): string {
  const checked = checkExpression(field, { ...options, expects: "any" });
  const isNumber =
    checked.ok &&
    (checked.expression.type === "number" ||
      (typeof checked.expression.type === "object" &&
        "list" in checked.expression.type &&
        checked.expression.type.list === "number"));
  const literal = (item: WireValue): string => literalText(item, isNumber);
  switch (operator) {
    case "blank":
      return `ISBLANK(${field})`;
    case "not_blank":
      return `!ISBLANK(${field})`;
    case "contains":
      return `${field}.contains(${literal(value)})`;
    case "not_contains":
      return `!${field}.contains(${literal(value)})`;
    case "starts_with":
      return `${field}.startsWith(${literal(value)})`;
    case "ends_with":
      return `${field}.endsWith(${literal(value)})`;
    case "in":
      return `${field} in ${literal(value)}`;
    case "not_in":
      return `!(${field} in ${literal(value)})`;
    default:
      return `${field} ${SIGNS[operator]} ${literal(value)}`;
  }
}
function literalText(value: WireValue, isNumber: boolean): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? value : quote(value);
  if (Array.isArray(value))
    return `[${value.map((item: WireValue) => literalText(item, isNumber)).join(", ")}]`;
  const inner = "expression" in value ? value["expression"] : null;
  return typeof inner === "string" ? `(${inner})` : "null";
}

/** The condition model of a text, or null when it says more than the builder can show (or is wrong). */
export function conditionsOf(text: string, options: CheckOptions): ConditionModel | null {
  if (text.trim() === "") return { match: "all", rows: [] };
  const checked = checkExpression(text, { ...options, expects: "boolean" });
  if (!checked.ok) return null;
  const { node } = checked.expression;
  const op = node.is === "binary" && node.op === "||" ? "||" : "&&";
  const rows = chain(node, op).map((part) => rowOf(part));
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length ? { match: op === "||" ? "any" : "all", rows: known } : null;
}

/** A text as the conditions that all must hold, each with its row where the builder can show it; null: wrong. */
export function conditionParts(
  text: string,
  options: CheckOptions,
): readonly { readonly text: string; readonly row: ConditionRow | null }[] | null {
  if (text.trim() === "") return [];
  const checked = checkExpression(text, { ...options, expects: "boolean" });
  if (!checked.ok) return null;
  return chain(checked.expression.node, "&&").map((node) => ({
    text: node.is === "binary" && node.op === "||" ? `(${printNode(node)})` : printNode(node),
    row: rowOf(node),
  }));
}
const chain = (node: Node, op: "&&" | "||"): readonly Node[] =>
  node.is === "binary" && node.op === op ? [...chain(node.left, op), ...chain(node.right, op)] : [node];

function rowOf(node: Node): ConditionRow | null {
  if (node.is === "path") return { field: printPath(node.steps), operator: "eq", value: true };
  if (node.is === "unary" && node.op === "!") {
    const row = rowOf(node.arg);
    const operator = row && node.arg.is !== "path" ? NEGATED[row.operator] : undefined;
    return row && operator ? { ...row, operator } : null;
  }
  if (node.is === "call") return callRow(node);
  return node.is === "binary" ? binaryRow(node) : null;
}
/** A moment compared by its date is shown as the field itself. */
const bare = (node: Node): Node =>
  node.is === "call" && node.name === "DATEVALUE" ? (node.args[0] ?? node) : node;

function binaryRow({ op, left, right }: Extract<Node, { is: "binary" }>): ConditionRow | null {
  const mirrored = MIRRORED[op];
  const [field, value, sign] =
    bare(left).is === "path" || !mirrored ? [left, right, op] : [right, left, mirrored];
  const path = bare(field);
  const operator = OF_SIGN[sign];
  if (path.is !== "path" || operator === undefined || !isConstant(value)) return null;
  if (value.is === "literal" && value.value === null)
    return operator === "eq" || operator === "ne"
      ? { field: printPath(path.steps), operator: operator === "eq" ? "blank" : "not_blank" }
      : null;
  return { field: printPath(path.steps), operator, value: valueOf(value) };
}
function callRow(node: Extract<Node, { is: "call" }>): ConditionRow | null {
  const [field, value] = node.args;
  const operator = OF_CALL[node.name];
  if (field?.is !== "path" || operator === undefined) return null;
  if (!value) return { field: printPath(field.steps), operator };
  return isConstant(value) ? { field: printPath(field.steps), operator, value: valueOf(value) } : null;
}
function valueOf(node: Node): ConditionValue {
  if (node.is === "literal") return node.value;
  if (node.is === "list" && node.items.every((item) => item.is === "literal")) return node.items.map(valueOf);
  return { expression: printNode(node) };
}
