import { coerce, dateOfMoment, elementType, isPlainText, optionField, withOptions } from "./coerce.ts";
import { isDate } from "../time/dates.ts";
import { fail } from "./problem.ts";
import type { BinaryOperator, ExpressionSchema, ListType, Node, Span, ValueType } from "./types.ts";
import { isLink, isList, nameOfType, unify } from "./value-types.ts";

type Op = BinaryOperator;
const isNull = (node: Node): boolean => node.is === "literal" && node.value === null;
const binary = (op: Op, left: Node, right: Node, type: ValueType, at: Span): Node => ({
  is: "binary",
  op,
  left,
  right,
  type,
  at,
});

/**
 * Types a binary operator and rewrites its operands to fit: dates beside moments, options beside select
 * fields, texts that are dates.
 */
export function checkBinary(op: Op, left: Node, right: Node, at: Span, schema: ExpressionSchema): Node {
  switch (op) {
    case "&&":
    case "||":
      return binary(op, coerce(left, "boolean"), coerce(right, "boolean"), "boolean", at);
    case "in":
      return checkIn(left, right, at, schema);
    case "&":
      return binary(op, asText(left), asText(right), "text", at);
    case "+":
    case "-":
      return checkSum(op, left, right, at);
    case "*":
    case "/":
      return binary(op, coerce(left, "number"), coerce(right, "number"), "number", at);
    default:
      return checkComparison(op, left, right, at, schema);
  }
}

function checkComparison(op: Op, left: Node, right: Node, at: Span, schema: ExpressionSchema): Node {
  const equality = op === "==" || op === "!=";
  if (equality && isNull(right) && isList(left.type)) return blank(left, op, at);
  if (equality && isNull(left) && isList(right.type)) return blank(right, op, at);
  const a = withOptions(asDays(left, right), optionField(right, schema));
  const b = withOptions(asDays(right, left), optionField(left, schema));
  const [first, second, type] = agree(a, b);
  const refused =
    isList(type) ||
    type === "duration" ||
    (type === "json" && !(equality && (isNull(first) || isNull(second)))) ||
    (!equality && (type === "boolean" || isLink(type)));
  if (refused) fail("wrong_type", at, { operator: op, found: nameOfType(type) });
  return binary(op, first, second, "boolean", at);
}
/** An empty list and a missing one are the same. */
function blank(list: Node, op: Op, at: Span): Node {
  const call: Node = { is: "call", type: "boolean", name: "ISBLANK", args: [list], at };
  return op === "==" ? call : { is: "unary", op: "!", type: "boolean", arg: call, at };
}

/** Both operands in one type. */
export function agree(left: Node, right: Node): readonly [Node, Node, ValueType] {
  if (isPlainText(left) && !isPlainText(right))
    return writtenDate(left) && right.type === "datetime"
      ? agree(coerce(left, "date"), right)
      : [coerce(left, right.type), right, right.type];
  if (isPlainText(right) && !isPlainText(left))
    return writtenDate(right) && left.type === "datetime"
      ? agree(left, coerce(right, "date"))
      : [left, coerce(right, left.type), left.type];
  if (left.type === "date" && right.type === "datetime") return [left, dateOfMoment(right), "date"];
  if (left.type === "datetime" && right.type === "date") return [dateOfMoment(left), right, "date"];
  const type = unify(left.type, right.type);
  if (type === undefined)
    return fail("wrong_type", right.at, { expected: nameOfType(left.type), found: nameOfType(right.type) });
  return [coerce(left, type), coerce(right, type), type];
}

const writtenDate = (node: Node): boolean =>
  node.is === "literal" && typeof node.value === "string" && isDate(node.value);

const DAYS: Readonly<Record<string, readonly ["*" | "/", string]>> = {
  days: ["*", "1"],
  weeks: ["*", "7"],
  hours: ["/", "24"],
  minutes: ["/", "1440"],
};
/** `now() - created_at > days(3)`: a difference is in days, so a duration beside it is too. */
function asDays(node: Node, beside: Node): Node {
  if (node.is !== "call" || node.type !== "duration" || beside.type !== "number") return node;
  const factor = DAYS[node.name];
  const [count] = node.args;
  if (!factor || !count) return node;
  return factor[1] === "1"
    ? count
    : binary(
        factor[0],
        count,
        { is: "literal", type: "number", value: factor[1], at: node.at },
        "number",
        node.at,
      );
}

function checkIn(left: Node, right: Node, at: Span, schema: ExpressionSchema): Node {
  if (!isList(right.type)) fail("wrong_type", right.at, { expected: "list", found: nameOfType(right.type) });
  const items = withOptions(right, optionField(left, schema));
  const one = withOptions(left, optionField(right, schema));
  if (items.is !== "list") return binary("in", coerce(one, elementType(right.type)), items, "boolean", at);
  const type = isPlainText(one) ? elementType(right.type, items) : one.type;
  const list = listType(type);
  if (!list) fail("wrong_type", one.at, { operator: "in", found: nameOfType(type) });
  return binary(
    "in",
    coerce(one, type),
    { ...items, type: list, items: items.items.map((item) => coerce(item, type)) },
    "boolean",
    at,
  );
}
/** The list type of an element type; undefined when lists hold no such thing. */
export function listType(type: ValueType): ListType | undefined {
  if (isLink(type)) return { list: "link" };
  if (type === "null") return { list: "text" };
  return type === "text" || type === "number" || type === "date" || type === "datetime"
    ? { list: type }
    : undefined;
}

/** What `&` joins: everything with a text of its own. */
export function asText(node: Node): Node {
  if (node.type === "text" || node.type === "null") return coerce(node, "text");
  if (node.type === "number" || node.type === "date" || node.type === "datetime" || node.type === "boolean")
    return { is: "call", type: "text", name: "TEXT", args: [node], at: node.at };
  return fail("wrong_type", node.at, { expected: "text", found: nameOfType(node.type) });
}

const isTime = (node: Node): boolean => node.type === "date" || node.type === "datetime";
const asDuration = (node: Node): Node =>
  node.type === "number" ? { is: "call", type: "duration", name: "days", args: [node], at: node.at } : node;

function checkSum(op: "+" | "-", left: Node, right: Node, at: Span): Node {
  if (op === "+" && isTime(right) && !isTime(left)) return checkSum(op, right, left, at);
  if (isTime(left) && isTime(right) && op === "-") {
    const [a, b] = agree(left, right);
    return binary(op, a, b, "number", at);
  }
  if (isTime(left) && isPlainText(right) && op === "-")
    return binary(op, left, coerce(right, left.type), "number", at);
  if (isTime(left) && (right.type === "duration" || right.type === "number"))
    return shifted(op, left, asDuration(right), at);
  if (op === "+" && (left.type === "text" || right.type === "text"))
    return binary("&", asText(left), asText(right), "text", at);
  return binary(op, coerce(left, "number"), coerce(right, "number"), "number", at);
}
function shifted(op: "+" | "-", left: Node, duration: Node, at: Span): Node {
  const clock = duration.is === "call" && (duration.name === "hours" || duration.name === "minutes");
  if (clock && left.type === "date") fail("wrong_type", duration.at, { expected: "datetime", found: "date" });
  return binary(op, left, duration, left.type, at);
}
