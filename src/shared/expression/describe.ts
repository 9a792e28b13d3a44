import { type Label, type Language, label, textOf } from "../i18n/label.ts";
import { type DescribeContext, describeLiteral, describeOperand } from "./describe-values.ts";
import { printNode } from "./print.ts";
import type { BinaryOperator, Expression, ExpressionSchema, Node, RelatedFunction } from "./types.ts";

const WORDS: Readonly<Partial<Record<BinaryOperator, Label>>> = {
  "&&": label("且", "and"),
  "||": label("或", "or"),
  "<": label("<", "<"),
  "<=": label("≤", "≤"),
  ">": label(">", ">"),
  ">=": label("≥", "≥"),
  in: label("属于", "is one of"),
  "-": label("−", "−"),
  "*": label("×", "×"),
  "/": label("÷", "÷"),
};
const EQUAL = {
  "==": { text: label("等于", "is"), number: label("=", "="), blank: label("为空", "is empty") },
  "!=": { text: label("不等于", "is not"), number: label("≠", "≠"), blank: label("不为空", "is not empty") },
} as const;
const PREDICATES: Readonly<Record<string, Label>> = {
  CONTAINS: label("包含", "contains"),
  ICONTAINS: label("包含（不分大小写）", "contains (any case)"),
  STARTSWITH: label("开头是", "begins with"),
  ENDSWITH: label("结尾是", "ends with"),
  INCLUDES: label("含有", "includes"),
};
const CALLS: Readonly<Record<string, Label>> = {
  today: label("今天", "today"),
  now: label("现在", "now"),
  me: label("本人", "me"),
  mydepartments: label("我的部门", "my departments"),
  mysubtree: label("我的部门及下级", "my departments and below"),
};
const DURATIONS: Readonly<Record<string, Label>> = {
  minutes: label("分钟", "minutes"),
  hours: label("小时", "hours"),
  days: label("天", "days"),
  weeks: label("周", "weeks"),
  months: label("个月", "months"),
  years: label("年", "years"),
};
const MEASURES: Readonly<Record<RelatedFunction, Label>> = {
  count: label("的数量", "number of"),
  sum: label("合计", "sum of"),
  min: label("最小", "least"),
  max: label("最大", "greatest"),
  avg: label("平均", "average of"),
  exists: label("存在", "any"),
};

/**
 * An expression in words, with the labels of fields and options.
 * @example describe(expression, catalog, "zh-CN") // "金额 ≥ 1,000 且 客户.行业 等于 制造业"
 */
export const describe = (expression: Expression, schema: ExpressionSchema, language: Language): string =>
  say(expression.node, { schema, language, object: expression.object }, 0);

const BINDING: Readonly<Partial<Record<BinaryOperator, number>>> = {
  "||": 1,
  "&&": 2,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "&": 4,
};

function say(node: Node, at: DescribeContext, binding: number): string {
  const to = (text: Label): string => textOf(text, at.language);
  switch (node.is) {
    case "literal":
      return describeLiteral(node, undefined, at);
    case "path":
      return describeOperand(node, at);
    case "list":
      return `[${node.items.map((item) => say(item, at, 0)).join(at.language === "zh-CN" ? "、" : ", ")}]`;
    case "unary":
      return node.op === "-" ? `−${say(node.arg, at, 7)}` : sayNot(node.arg, at);
    case "choose":
      return at.language === "zh-CN"
        ? `（若 ${say(node.condition, at, 0)} 则 ${say(node.yes, at, 0)}，否则 ${say(node.no, at, 0)}）`
        : `(if ${say(node.condition, at, 0)} then ${say(node.yes, at, 0)} else ${say(node.no, at, 0)})`;
    case "binary": {
      const own = BINDING[node.op] ?? 3;
      const text = sayBinary(node, at, own);
      return own < binding ? `(${text})` : text;
    }
    case "call":
      return sayCall(node, at, to);
    case "related":
      return sayRelated(node, at, to);
    case "asof":
      return at.language === "zh-CN"
        ? `${say(node.moment, at, 4)} 时（${say(node.arg, at, 0)}）`
        : `as of ${say(node.moment, at, 4)} (${say(node.arg, at, 0)})`;
    default:
      return printNode(node);
  }
}

function sayNot(node: Node, at: DescribeContext): string {
  if (node.is === "path")
    return at.language === "zh-CN" ? `${say(node, at, 3)} 为否` : `${say(node, at, 3)} is no`;
  return at.language === "zh-CN" ? `非（${say(node, at, 0)}）` : `not (${say(node, at, 0)})`;
}

function sayBinary(node: Extract<Node, { is: "binary" }>, at: DescribeContext, own: number): string {
  const { left, right, op } = node;
  const to = (text: Label): string => textOf(text, at.language);
  if (op === "==" || op === "!=") {
    if (right.is === "literal" && right.value === null)
      return `${say(left, at, own + 1)} ${to(EQUAL[op].blank)}`;
    return `${sayBeside(left, right, at, own)} ${to(left.type === "number" ? EQUAL[op].number : EQUAL[op].text)} ${sayBeside(right, left, at, own + 1)}`;
  }
  const word = WORDS[op];
  return `${sayBeside(left, right, at, own)} ${word ? to(word) : op} ${sayBeside(right, left, at, own + 1)}`;
}
/** Literals beside a field read as its options or as its percent. */
function sayBeside(node: Node, beside: Node, at: DescribeContext, binding: number): string {
  if (node.is === "literal") return describeLiteral(node, beside, at);
  if (node.is === "list")
    return `[${node.items.map((item) => sayBeside(item, beside, at, 0)).join(at.language === "zh-CN" ? "、" : ", ")}]`;
  return say(node, at, binding);
}

function sayCall(
  node: Extract<Node, { is: "call" }>,
  at: DescribeContext,
  to: (text: Label) => string,
): string {
  const [first, second] = node.args;
  const plain = CALLS[node.name];
  if (plain) return to(plain);
  const unit = DURATIONS[node.name];
  if (unit && first) return `${say(first, at, 7)} ${to(unit)}`;
  const predicate = PREDICATES[node.name];
  if (predicate && first && second)
    return `${say(first, at, 4)} ${to(predicate)} ${sayBeside(second, first, at, 4)}`;
  if (node.name === "ISBLANK" && first) return `${say(first, at, 4)} ${to(EQUAL["=="].blank)}`;
  // A moment beside a date is read by its date: nothing to say about it.
  if ((node.name === "DATEVALUE" || node.name === "TEXT") && first && !second) return say(first, at, 4);
  return `${node.name}(${node.args.map((arg) => say(arg, at, 0)).join(", ")})`;
}

function sayRelated(
  node: Extract<Node, { is: "related" }>,
  at: DescribeContext,
  to: (text: Label) => string,
): string {
  const source = at.schema.object(node.object);
  const name = source
    ? textOf(at.language === "en" ? source.plural : source.label, at.language, source.name)
    : node.object;
  const inner = { ...at, object: node.object };
  const field =
    node.field === undefined ? "" : textOf(source?.byName[node.field]?.label, at.language, node.field);
  if (at.language === "zh-CN") {
    const whose = node.condition ? `${name}（${say(node.condition, inner, 0)}）` : name;
    return node.fn === "exists"
      ? `${to(MEASURES.exists)}${whose}`
      : `${whose}${node.fn === "count" ? "" : `的${field}`}${to(MEASURES[node.fn])}`;
  }
  const whose = node.condition ? `${name} (${say(node.condition, inner, 0)})` : name;
  return node.fn === "count" || node.fn === "exists"
    ? `${to(MEASURES[node.fn])} ${whose}`
    : `${to(MEASURES[node.fn])} ${field} of ${whose}`;
}
