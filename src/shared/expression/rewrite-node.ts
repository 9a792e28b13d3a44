import type { SelectOption } from "../metadata/field.ts";
import type { Field } from "../metadata/field.ts";
import { optionField } from "./coerce.ts";
import type { ExpressionSchema, Node, PathStep } from "./types.ts";

type OptionField = Field & { readonly options: readonly SelectOption[] };
type Literal = Extract<Node, { is: "literal" }>;
type Related = Extract<Node, { is: "related" }>;
/** What takes the place of the leaves of a tree. */
export interface Rewriting {
  readonly steps?: (steps: readonly PathStep[]) => readonly PathStep[];
  /** A literal compared with an option of `field`; `object` is the one that the field belongs to. */
  readonly option?: (literal: Literal, field: OptionField, object: string) => Literal;
  readonly related?: (node: Related) => Related;
}

/** The tree with other leaves, in the same shape. */
export function rewriteNode(node: Node, schema: ExpressionSchema, how: Rewriting): Node {
  const go = (child: Node): Node => rewriteNode(child, schema, how);
  switch (node.is) {
    case "path":
      return how.steps ? { ...node, steps: how.steps(node.steps) } : node;
    case "unary":
      return { ...node, arg: go(node.arg) };
    case "choose":
      return { ...node, condition: go(node.condition), yes: go(node.yes), no: go(node.no) };
    case "list":
      return { ...node, items: node.items.map(go) };
    case "asof":
      return { ...node, moment: go(node.moment), arg: go(node.arg) };
    case "binary":
      return {
        ...node,
        left: beside(node.left, node.right, schema, how),
        right: beside(node.right, node.left, schema, how),
      };
    case "call":
      return {
        ...node,
        args: node.args.map((arg, at) =>
          at === 0 || !node.args[0] ? go(arg) : beside(arg, node.args[0], schema, how),
        ),
      };
    case "related": {
      const inner = node.condition ? { ...node, condition: go(node.condition) } : node;
      return how.related ? how.related(inner) : inner;
    }
    default:
      return node;
  }
}

/** A literal, or a list of them, beside what may be a field with options. */
function beside(node: Node, other: Node, schema: ExpressionSchema, how: Rewriting): Node {
  const field =
    how.option && (node.is === "literal" || node.is === "list" || node.is === "choose")
      ? optionField(other, schema)
      : undefined;
  const object = other.is === "path" ? other.steps.at(-1)?.object : undefined;
  if (!field || object === undefined || !how.option) return rewriteNode(node, schema, how);
  const change = (one: Node): Node =>
    one.is === "literal" && one.type === "text" && how.option
      ? how.option(one, field, object)
      : rewriteNode(one, schema, how);
  if (node.is === "choose")
    return {
      ...node,
      condition: rewriteNode(node.condition, schema, how),
      yes: beside(node.yes, other, schema, how),
      no: beside(node.no, other, schema, how),
    };
  return node.is === "list" ? { ...node, items: node.items.map(change) } : change(node);
}
