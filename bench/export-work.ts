import { ask } from "./ask-server.ts";
import { exportCsv } from "./export-csv.ts";
import { BATCH, type LongContenders, type LongWork } from "./long-work.ts";
import type { World } from "./world.ts";

/** The first so many opportunities as a file, against the same read page by page. */
export function exportWork(
  { director }: World,
  { sluice, bare, pool }: LongContenders,
  rows: number,
): LongWork {
  const columns = "name, account, stage, amount, close_date, owner, next_step, stage_entered_at";
  const text = `select id, ${columns} from w_main.o_opportunity where id > $1 and amount__base >= 0 and deleted_at is null order by id limit ${BATCH}`;
  const first = "00000000-0000-0000-0000-000000000000";
  const pageByPage = async (page: (after: string) => Promise<readonly { id: string }[]>): Promise<void> => {
    let after = first;
    for (let done = 0; done < rows; done += BATCH) after = (await page(after)).at(-1)?.id ?? after;
  };
  return {
    name: `export of ${rows} rows (rows)`,
    rows,
    sluice: () => exportCsv(sluice.port, director.headers, rows),
    bare:
      bare &&
      (async () => {
        await ask(bare.port, "", "POST", "/define", {
          name: "export",
          text,
          values: [first],
          at: 0,
          all: true,
        });
        await pageByPage(
          async (after) =>
            (await ask<{ data: { id: string }[] }>(bare.port, "", "GET", `/run/export?id=${after}`)).data,
        );
      }),
    raw:
      pool &&
      (() =>
        pageByPage(
          async (after) => (await pool.query<{ id: string }>({ name: "export", text, values: [after] })).rows,
        )),
  };
}
