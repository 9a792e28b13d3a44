import { BINDING } from "./parse.ts";
import type { Node, PathStep } from "./types.ts";

const UNARY = 8;
const POSTFIX = 9;
const RESERVED = new Set(["and", "or", "not", "in", "contains", "true", "false", "null"]);
/** Calls that read better from their first argument: `name.contains("x")`. */
const METHODS: Readonly<Record<string, string>> = {
  CONTAINS: "contains",
  STARTSWITH: "startsWith",
  ENDSWITH: "endsWith",
};

/**
 * Canonical text of a tree: API names, canonical function names, `==`, `&&`; parses back to the same tree.
 */
export const printNode = (node: Node): string => print(node, 0);

function print(node: Node, binding: number): string {
  const [text, own] = written(node);
  return own < binding ? `(${text})` : text;
}

function written(node: Node): readonly [string, number] {
  switch (node.is) {
    case "literal":
      return [printLiteral(node.value, node.type === "number"), POSTFIX];
    case "path":
      return [printPath(node.steps), POSTFIX];
    case "variable":
      return [node.name, POSTFIX];
    case "list":
      return [`[${node.items.map(printNode).join(", ")}]`, POSTFIX];
    case "call":
      return [printCall(node.name, node.args), POSTFIX];
    case "unary":
      return [`${node.op}${print(node.arg, UNARY)}`, UNARY];
    case "binary":
      return [
        `${print(node.left, BINDING[node.op])} ${node.op} ${print(node.right, BINDING[node.op] + 1)}`,
        BINDING[node.op],
      ];
    case "choose":
      return [`${print(node.condition, 2)} ? ${print(node.yes, 1)} : ${print(node.no, 1)}`, 1];
    case "related":
      return [printRelated(node), POSTFIX];
    case "asof":
      return [`asof(${printNode(node.moment)}, ${printNode(node.arg)})`, POSTFIX];
  }
}

function printCall(name: string, args: readonly Node[]): string {
  const [first, ...rest] = args;
  const method = METHODS[name];
  if (method !== undefined && first)
    return `${print(first, POSTFIX)}.${method}(${rest.map(printNode).join(", ")})`;
  return `${name}(${args.map(printNode).join(", ")})`;
}

function printRelated(node: Extract<Node, { is: "related" }>): string {
  const condition = node.condition ? `, ${printNode(node.condition)}` : "";
  return `related("${node.object}.${node.via}"${condition}).${node.fn}(${node.field === undefined ? "" : `"${node.field}"`})`;
}

const printName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `\`${name}\``;

/** `account.industry`, `regarding.account.name`, `amount.currency`. */
export function printPath(steps: readonly PathStep[]): string {
  const last = steps.at(-1);
  return last?.part === undefined ? pathKey(steps) : `${pathKey(steps)}.${last.part}`;
}
/** The path without a compound part: its key in `References.paths` and `Scope.linked`. */
export const pathKey = (steps: readonly PathStep[]): string =>
  steps
    .map((step) =>
      step.several && step.target !== undefined
        ? `${printName(step.field)}.${printName(step.target)}`
        : printName(step.field),
    )
    .join(".");

function printLiteral(value: string | number | boolean | null, isNumber: boolean): string {
  return typeof value === "string" && !isNumber ? quote(value) : String(value);
}
const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
/** A text literal. */
export const quote = (text: string): string =>
  `"${text.replace(/[\\"\p{Cc}]/gu, (char) => ESCAPED[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)}"`;
