import { preparePage } from "../src/engine/query/list.ts";
import type { ReadMeasure } from "./contenders.ts";
import { opportunityOf } from "./opportunity-of.ts";
import type { Caller, World } from "./world.ts";

/**
 * Two Chinese characters after another as they stand in names of opportunities: the frequent ones come as
 * often as they do there.
 */
export async function pairsOf({ db }: World): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>({
    text: "select name from w_main.o_opportunity order by md5(id::text) limit 300",
  });
  return rows.flatMap(({ name }, place) => {
    const pairs = [...name.matchAll(/(?=(\p{Script=Han}{2}))/gu)].flatMap(([, pair]) => pair ?? []);
    return pairs[place % Math.max(1, pairs.length)] ?? [];
  });
}

/** Another word each time, planned anew each time, as people ask. */
export function searchMeasure(
  name: string,
  { context, headers }: Caller,
  words: readonly string[],
): ReadMeasure {
  const statements = words.map((search) => {
    const page = preparePage(context, opportunityOf(context), { object: "opportunity", search });
    if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
    return page.value.statement;
  });
  return {
    name,
    text: statements[0]?.text ?? "",
    variants: words.map((word, at) => ({
      request: {
        method: "GET",
        path: `/api/v1/records/opportunity?search=${encodeURIComponent(word)}`,
        headers,
      },
      values: statements[at]?.values ?? [],
    })),
  };
}
