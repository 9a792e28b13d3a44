import { FUNCTIONS, isFunctionName } from "./functions.ts";
import { pathKey } from "./print.ts";
import type { Node, References } from "./types.ts";

type Related = Extract<Node, { is: "related" }>;

/** The nodes directly below a node; the condition of `related` is about another record and is among them. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.is) {
    case "call":
      return node.args;
    case "unary":
      return [node.arg];
    case "binary":
      return [node.left, node.right];
    case "choose":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.items;
    case "related":
      return node.condition ? [node.condition] : [];
    case "asof":
      return [node.moment, node.arg];
    default:
      return [];
  }
}

/** Reads neither field nor related record: one value for all records of a statement. */
export const isConstant = (node: Node): boolean =>
  node.is !== "path" && node.is !== "related" && node.is !== "asof" && childrenOf(node).every(isConstant);

/** What a tree reads. */
export function referencesOf(root: Node): References {
  const fields = new Set<string>();
  const paths = new Set<string>();
  const related = new Map<string, Related>();
  const reads = new Map<string, { object: string; field: string }>();
  let volatile = false;
  const read = (object: string, field: string): void =>
    void reads.set(`${object}.${field}`, { object, field });
  const visit = (node: Node, own: boolean): void => {
    if (node.is === "path") {
      for (const step of node.steps) read(step.object, step.field);
      const [first] = node.steps;
      if (own && first) fields.add(first.field);
      if (first?.further !== undefined) {
        read(first.object, first.further);
        if (own) fields.add(first.further);
      }
      if (own && node.steps.length > 1) paths.add(pathKey(node.steps));
    }
    if (node.is === "call" && isFunctionName(node.name) && readsMoment(node)) volatile = true;
    if (node.is === "related") {
      read(node.object, node.via);
      if (node.field !== undefined) read(node.object, node.field);
      if (own) related.set(node.key, node);
    }
    for (const child of childrenOf(node)) visit(child, own && node.is !== "related" && node.is !== "asof");
  };
  visit(root, true);
  return {
    fields: [...fields],
    paths: [...paths],
    related: [...related.values()],
    reads: [...reads.values()],
    volatile,
  };
}

/** Dates of moments and working days depend on the company's zone and calendar, which may change. */
const CALENDAR = new Set([
  "DATEVALUE",
  "WORKDAY",
  "WORKDAYS",
  "NETWORKDAYS",
  "ADD_WORKING_HOURS",
  "ADD_WORKING_MINUTES",
  "WORKING_MINUTES",
]);
function readsMoment(node: Extract<Node, { is: "call" }>): boolean {
  return (
    CALENDAR.has(node.name) ||
    (isFunctionName(node.name) && FUNCTIONS[node.name].volatile === true) ||
    (node.name === "TEXT" && node.args[0]?.type === "datetime")
  );
}

/** Its value may be another tomorrow, though nothing was written; who asks does not count. */
export const asksTime = (node: Node): boolean =>
  (node.is === "call" && !WHO.has(node.name) && readsMoment(node)) || childrenOf(node).some(asksTime);
const WHO = new Set(["me", "mydepartments", "mysubtree"]);
