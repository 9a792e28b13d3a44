import type { BinaryOperator, Node, PathStep } from "./types.ts";

/** The step of a link that goes on in a list, where a node is just that. */
export function furtherStep(node: Node): (PathStep & { readonly further: string }) | undefined {
  const [step, beyond] = node.is === "path" ? node.steps : [];
  return step?.further === undefined || beyond ? undefined : { ...step, further: step.further };
}

type Binary = Extract<Node, { is: "binary" }>;
/**
 * A comparison that asks of all records that a link and its list name: the link, what it is compared with,
 * and the list as a node of its own.
 */
export interface AnyOf {
  readonly op: Extract<BinaryOperator, "==" | "!=" | "in">;
  readonly link: Node;
  readonly other: Node;
  readonly list: Node;
}

/**
 * Reads `regarding == x`, `x == regarding`, `regarding != x`, `regarding in [x, y]` so; other comparisons are
 * what they are.
 */
export function anyOf(node: Binary): AnyOf | undefined {
  const { op, left, right } = node;
  if (op !== "==" && op !== "!=" && op !== "in") return undefined;
  const [link, other] = furtherStep(left)
    ? [left, right]
    : op !== "in" && furtherStep(right)
      ? [right, left]
      : [];
  const step = link && furtherStep(link);
  // What is about nothing has no further records either.
  if (!link || !other || !step || (other.is === "literal" && other.value === null)) return undefined;
  const list: Node = {
    is: "path",
    type: { list: "link" },
    steps: [{ object: step.object, field: step.further, kind: "links" }],
    at: link.at,
  };
  return { op, link, other, list };
}
