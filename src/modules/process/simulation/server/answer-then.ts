import type { RelatedNode } from "../../../../engine/public.ts";
import { evaluate } from "../../../../shared/expression/evaluate.ts";
import type { Expression, Scope } from "../../../../shared/expression/types.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { askedOf } from "./asked-related.ts";
import { withFormulas } from "./formulas-then.ts";
import { linkedOf } from "./linked-then.ts";
import { type Asked, type At, type Facts, needsOf } from "./past-world.ts";
import { pointsAt } from "./points-at.ts";
import { heldAt, type Version } from "./versions.ts";

/** What an expression says of a version as of a moment. */
export function answer(
  facts: Facts,
  object: CatalogObject,
  expression: Expression,
  values: Readonly<Values>,
  at: At,
): WireValue {
  const needs = needsOf(facts, object, expression);
  const linked = needs.links.length > 0 ? linkedOf(facts, needs.links, values, at) : NOTHING;
  const related = needs.related.length > 0 ? relatedOf(facts, needs.related, values, at) : NOTHING;
  const { zone, actor, departments, subtree, calendar } = facts.world;
  const scope: Scope = {
    now: at.now,
    zone,
    actor,
    departments,
    subtree,
    calendar,
    record: values,
    linked,
    related,
  };
  if (needs.formulas.length === 0) return evaluate(expression, scope);
  return evaluate(expression, { ...scope, record: withFormulas(needs, scope, values) });
}

const NOTHING: Readonly<Record<string, WireValue>> = {};

function relatedOf(
  facts: Facts,
  nodes: readonly RelatedNode[],
  { id }: Readonly<Values>,
  at: At,
): Record<string, WireValue> {
  const related: Record<string, WireValue> = {};
  for (const node of nodes) related[node.key] = countRelated(facts, node, String(id), at);
  return related;
}

function countRelated(facts: Facts, node: RelatedNode, record: string, at: At): WireValue {
  const asked = askedOf(facts, node);
  let count = 0;
  for (const life of asked?.of.get(record) ?? []) {
    const version = heldAt(life, at.seen);
    if (
      !asked ||
      !version ||
      !pointsAt(asked.child, node.via, version.values, facts.object.name, record) ||
      !holds(facts, asked, version, at)
    )
      continue;
    if (node.fn === "exists") return true;
    count += 1;
  }
  return node.fn === "exists" ? false : String(count);
}

/** A condition that reads nothing but the version itself is asked of it once. */
function holds(facts: Facts, { child, condition, said }: Asked, version: Version, at: At): boolean {
  if (!condition) return true;
  const known = said?.get(version) ?? answer(facts, child, condition, version.values, at) === true;
  said?.set(version, known);
  return known;
}
