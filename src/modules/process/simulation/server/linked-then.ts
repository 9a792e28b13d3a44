import type { LinkNeed } from "../../../../engine/public.ts";
import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { At, Facts } from "./past-world.ts";
import { reachedAt } from "./versions.ts";

/** What the records that links lead to said at a moment, by path and field. */
export function linkedOf(
  facts: Facts,
  links: readonly LinkNeed[],
  values: Readonly<Values>,
  at: At,
): Record<string, WireValue> {
  const linked: Record<string, WireValue> = {};
  follow(facts, links, values, at, linked);
  return linked;
}

function follow(
  facts: Facts,
  links: readonly LinkNeed[],
  values: Readonly<Values>,
  at: At,
  linked: Record<string, WireValue>,
): void {
  for (const need of links) {
    const pointer = pointersOf(values[need.step.field], need.target.name).find(
      (one) => one.object === need.target.name,
    );
    const found = pointer && reachedAt(facts.past.linked.get(need.target.name)?.get(pointer.id), at.seen);
    if (!found || found.isDeleted) continue;
    for (const field of need.fields) linked[`${need.path}.${field.name}`] = found.values[field.name] ?? null;
    follow(facts, need.beyond, found.values, at, linked);
  }
}
