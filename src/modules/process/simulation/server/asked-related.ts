import type { RelatedNode } from "../../../../engine/public.ts";
import { linkOf } from "./load-past.ts";
import { conditionOf } from "./past-needs.ts";
import { type Asked, type Facts, isVolatile, needsOf } from "./past-world.ts";

/** A related condition with the records it is asked of; worked out once. */
export function askedOf(facts: Facts, node: RelatedNode): Asked | null {
  const known = facts.asked.get(node);
  if (known !== undefined) return known;
  const child = facts.context.catalog.object(node.object);
  const condition = child && conditionOf(child, node);
  const dependsOnMore =
    condition &&
    child &&
    (isVolatile(facts, child, condition) || needsOf(facts, child, condition).links.length > 0);
  const made = child
    ? {
        child,
        condition,
        of: facts.past.related.get(linkOf(node)) ?? new Map(),
        said: dependsOnMore ? undefined : new Map(),
      }
    : null;
  facts.asked.set(node, made);
  return made;
}
