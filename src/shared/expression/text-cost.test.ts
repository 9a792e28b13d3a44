import { expect, test } from "vitest";
import { MAX_TEXT_COST, textCost } from "./text-cost.ts";
import type { Node } from "./types.ts";

const at = { start: 0, end: 0 };
const path: Node = { is: "path", type: "text", steps: [], at };
const text = (value: string): Node => ({ is: "literal", type: "text", value, at });
const call = (name: string, ...args: readonly Node[]): Node => ({ is: "call", type: "text", name, args, at });
const and = (nodes: readonly Node[]): Node =>
  nodes.reduce((left, right): Node => ({ is: "binary", type: "boolean", op: "&&", left, right, at }));
const nested = (times: number, made: string): Node =>
  Array.from({ length: times }).reduce<Node>(
    (inner) => call("SUBSTITUTE", inner, text("a"), text(made)),
    path,
  );

test("what grows at each step is too much; what tidies a number or looks for words is not", () => {
  expect(textCost(call("LEN", nested(3, "a".repeat(20))))).toBeGreaterThan(MAX_TEXT_COST);
  expect(textCost(call("LEN", call("SUBSTITUTE", path, text("a"), path)))).toBeGreaterThan(MAX_TEXT_COST);
  expect(
    textCost(
      and(Array.from({ length: 40 }, () => call("CONTAINS", call("UPPER", call("LOWER", path)), text("x")))),
    ),
  ).toBeGreaterThan(MAX_TEXT_COST);
  expect(textCost(nested(6, ""))).toBeLessThan(MAX_TEXT_COST);
  expect(textCost(call("SUBSTITUTE", path, text("-"), text("，；")))).toBeLessThan(MAX_TEXT_COST);
  expect(textCost(and(Array.from({ length: 20 }, () => call("ICONTAINS", path, text("x")))))).toBeLessThan(
    MAX_TEXT_COST,
  );
  expect(textCost(and(Array.from({ length: 40 }, () => call("CONTAINS", path, text("x")))))).toBeLessThan(
    MAX_TEXT_COST,
  );
});
