import { type Context, type RelatedNode, factNeeds } from "../../../../engine/public.ts";
import { referencesOf } from "../../../../shared/expression/references.ts";
import type { Expression, Node } from "../../../../shared/expression/types.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";

/**
 * Whether history holds all that an expression reads. Sums over related records, roll-ups, tags and moments
 * of their own it does not answer here.
 */
export function isAnswerable(context: Context, object: CatalogObject, expression: Expression): boolean {
  const needs = factNeeds(context.catalog, object, [expression]);
  if (needs.elsewhere.length > 0 || hasMoment(expression.node)) return false;
  return needs.related.every((node) => {
    const child = context.catalog.object(node.object);
    if (!child || (node.fn !== "count" && node.fn !== "exists") || child.ledger) return false;
    const condition = conditionOf(child, node);
    if (!condition) return true;
    const inner = factNeeds(context.catalog, child, [condition]);
    return inner.related.length === 0 && inner.elsewhere.length === 0 && !hasMoment(condition.node);
  });
}
const hasMoment = (node: Node): boolean => JSON.stringify(node).includes(`"is":"asof"`);

/**
 * A related condition as an expression of its own about the related record; the same one each time it is
 * asked for.
 */
const conditions = new WeakMap<RelatedNode, Expression>();
export function conditionOf(child: CatalogObject, node: RelatedNode): Expression | undefined {
  if (!node.condition) return undefined;
  const known = conditions.get(node);
  if (known) return known;
  const made: Expression = {
    source: "",
    text: "",
    object: child.name,
    type: "boolean",
    node: node.condition,
    references: referencesOf(node.condition),
  };
  conditions.set(node, made);
  return made;
}

/** Own fields that expressions read, formulas looked through. */
export function ownFields(
  context: Context,
  object: CatalogObject,
  expressions: readonly Expression[],
): ReadonlySet<string> {
  const needs = factNeeds(context.catalog, object, expressions);
  const read = [...expressions, ...needs.formulas.map(({ expression }) => expression)];
  return new Set(read.flatMap(({ node }) => fieldsIn(node)));
}
function fieldsIn(node: Node): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    if ("is" in value && value.is === "path" && "steps" in value && Array.isArray(value.steps)) {
      const [first]: { readonly field?: unknown }[] = value.steps;
      if (typeof first?.field === "string") found.push(first.field);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(node);
  return found;
}
