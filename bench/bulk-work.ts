import { ask, until } from "./ask-server.ts";
import { BARE_WRITES } from "./bare-sql.ts";
import { inBatches, type LongContenders, type LongWork } from "./long-work.ts";
import type { World } from "./world.ts";

/** Another next step for so many won opportunities. */
export async function bulkWork(
  { db, director }: World,
  { sluice, bare, pool }: LongContenders,
  rows: number,
): Promise<LongWork> {
  // Records of its own for each, from all over the table: whoever came second would find the pages in memory
  // that the first has read.
  const all = await db.query<{ id: string }>({
    text: `select id from w_main.o_opportunity where stage_type = 'won' order by md5(id::text) limit ${3 * rows}`,
  });
  const part = (at: number): string[] =>
    all.slice(Math.floor((at * all.length) / 3), Math.floor(((at + 1) * all.length) / 3)).map(({ id }) => id);
  const [ids, bareIds, rawIds] = [part(0), part(1), part(2)];
  let step = 0;
  // Other words than an earlier run on the same company wrote: what is said already is not written again.
  const run = Date.now().toString(36);
  const word = (): string => `批量 ${run} ${(step += 1)}`;
  const update = BARE_WRITES["update"];
  return {
    name: `bulk of ${ids.length} (rows)`,
    rows: ids.length,
    sluice: async () => {
      const { id } = await ask<{ id: string }>(
        sluice.port,
        director.headers,
        "POST",
        "/api/v1/records/opportunity/bulk",
        {
          ids,
          values: { next_step: word() },
        },
      );
      await until(
        sluice.port,
        director.headers,
        `/api/v1/jobs/${id}`,
        (job) => job["status"] === "done" && job["done"] === ids.length,
      );
    },
    bare:
      bare &&
      (async () => {
        const next_step = word();
        for (const batch of inBatches(bareIds))
          await ask(bare.port, "", "POST", "/write/update", { ids: batch, next_step });
      }),
    raw:
      pool &&
      (async () => {
        const next_step = word();
        for (const batch of inBatches(rawIds))
          await pool.query({
            name: "update",
            text: update?.text ?? "",
            values: update?.values({ ids: batch, next_step }) ?? [],
          });
      }),
  };
}
