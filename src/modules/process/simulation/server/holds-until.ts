import type { Expression } from "../../../../shared/expression/types.ts";
import { askedOf } from "./asked-related.ts";
import { type Facts, isVolatile, needsOf } from "./past-world.ts";
import { earlier, linksHoldUntil } from "./reached-records.ts";
import { nextChange, nextOtherIn } from "./versions.ts";

/** The moment until which an answer holds, as nothing that the expression reads changes before. */
export function holdsUntil(facts: Facts, expression: Expression, record: string, at: string): string {
  const { object, past } = facts;
  if (isVolatile(facts, object, expression)) return at;
  const needs = needsOf(facts, object, expression);
  const life = past.lives.get(record) ?? [];
  let until = linksHoldUntil(past, needs.links, life, at);
  until = earlier(
    until,
    needs.formulas.length > 0 ? nextChange(life, at) : nextOtherIn(life, at, expression.references.fields),
  );
  for (const node of needs.related) {
    const asked = askedOf(facts, node);
    if (!asked) continue;
    const links = asked.condition ? needsOf(facts, asked.child, asked.condition).links : [];
    if (asked.condition && isVolatile(facts, asked.child, asked.condition)) return at;
    for (const child of asked.of.get(record) ?? [])
      until = earlier(until, earlier(nextChange(child, at), linksHoldUntil(past, links, child, at)));
  }
  return until;
}
