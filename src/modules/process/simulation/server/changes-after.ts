import type { LinkNeed } from "../../../../engine/public.ts";
import type { Past } from "./load-past.ts";
import { reachedFrom } from "./reached-records.ts";
import { FOREVER, type Life } from "./versions.ts";

/** Moments after `at` at which a record changed, or one that links or related conditions reach from it. */
export function changesAfter(
  past: Past,
  links: readonly LinkNeed[],
  record: string,
  at: string,
): ReadonlySet<string> {
  const own = past.lives.get(record) ?? [];
  const moments = new Set<string>();
  const note = (life: Life): void => {
    for (const { from, to } of life)
      for (const moment of [from, to]) if (moment > at && moment < FOREVER) moments.add(moment);
  };
  note(own);
  for (const life of reachedFrom(past, links, own)) note(life);
  for (const of of past.related.values()) of.get(record)?.forEach(note);
  return moments;
}
