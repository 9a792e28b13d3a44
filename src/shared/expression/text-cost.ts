import { childrenOf } from "./references.ts";
import { MAX_REPLACEMENT, MAX_TEXT } from "./text-operations.ts";
import type { Node } from "./types.ts";

/** So much text, in signs, one row may make a condition work through. */
export const MAX_TEXT_COST = 120_000;
/** As long as a text of a record is taken to be. */
const USUAL = 2000;
/** Changing the case of a sign costs as much as looking at several. */
const CASE_WEIGHT = 2;

interface Work {
  /** How long the text is at most. */
  readonly length: number;
  readonly cost: number;
}
const literalLength = (node: Node | undefined): number | undefined =>
  node?.is === "literal" && typeof node.value === "string" ? Array.from(node.value).length : undefined;

/**
 * How many signs the texts of a condition take to work through for each row, at the most that is usual: what
 * grows within it counts as it grows.
 */
export const textCost = (node: Node): number => workOf(node).cost;

function workOf(node: Node): Work {
  if (node.is === "literal") return { length: literalLength(node) ?? 0, cost: 0 };
  if (node.is === "path") return { length: node.type === "text" ? USUAL : 0, cost: 0 };
  const parts = childrenOf(node).map(workOf);
  const cost = parts.reduce((sum, part) => sum + part.cost, 0);
  const longest = Math.max(0, ...parts.map(({ length }) => length));
  if (node.is !== "call")
    return {
      length:
        node.is === "binary" && node.op === "&"
          ? parts.reduce((sum, { length }) => sum + length, 0)
          : longest,
      cost,
    };
  const length = parts[0]?.length ?? 0;
  switch (node.name) {
    case "SUBSTITUTE": {
      const grows =
        Math.min(literalLength(node.args[2]) ?? MAX_REPLACEMENT, MAX_REPLACEMENT) /
        Math.max(1, literalLength(node.args[1]) ?? 1);
      const made = length * Math.max(1, grows);
      return { length: Math.min(made, MAX_TEXT), cost: cost + made };
    }
    case "UPPER":
    case "LOWER":
    case "ICONTAINS":
      return { length, cost: cost + length * CASE_WEIGHT };
    default:
      return { length: longest, cost: cost + length };
  }
}
