import type { ReadMeasure } from "./contenders.ts";
import type { World } from "./world.ts";

/** From the middle of the log. */
export async function feedMeasure({ db, director: { headers } }: World): Promise<ReadMeasure> {
  const [last] = await db.query<{ half: number }>({
    text: "select last_value / 2 as half from w_main.changes_seq",
  });
  const cursor = last?.half ?? 0;
  const request = {
    method: "GET",
    path: `/api/v1/changes?limit=500&objects=opportunity&cursor=${cursor}`,
    headers,
  } as const;
  const text =
    "select seq, at, object, record, version, kind, actor, before, after from w_main.changes where seq > $1 and object = 'opportunity' order by seq limit 500";
  return { name: "change feed, 500", text, variants: [{ request, values: [cursor] }] };
}
