import type { LinkNeed } from "../../../../engine/public.ts";
import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import { namedBy, type Past } from "./load-past.ts";
import { FOREVER, type Life, nextChange } from "./versions.ts";

/** The records to which links of any version lead, and those beyond. */
export function reachedFrom(past: Past, links: readonly LinkNeed[], life: Life): readonly Life[] {
  return links.flatMap(({ step, target, beyond }) =>
    [...namedBy([life], step.field, target.name)].flatMap((id) => {
      const reached = past.linked.get(target.name)?.get(id);
      return reached ? [reached, ...reachedFrom(past, beyond, reached)] : [];
    }),
  );
}

/** Until when nothing changes that links of any version from `at` on lead to. */
export function linksHoldUntil(past: Past, links: readonly LinkNeed[], life: Life, at: string): string {
  let until = FOREVER;
  for (const { step, target, beyond } of links)
    for (const { to, values } of life)
      for (const { id } of to > at ? pointersOf(values[step.field], target.name) : []) {
        const reached = past.linked.get(target.name)?.get(id) ?? [];
        until = earlier(until, earlier(nextChange(reached, at), linksHoldUntil(past, beyond, reached, at)));
      }
  return until;
}

/** The earlier of two moments. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
