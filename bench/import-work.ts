import { newId } from "../src/engine/record/ids.ts";
import { ask } from "./ask-server.ts";
import { BARE_WRITES } from "./bare-sql.ts";
import { importCsv } from "./import-csv.ts";
import { inBatches, type LongContenders, type LongWork } from "./long-work.ts";
import type { World } from "./world.ts";

/** Opportunities of accounts that are there, named in the file as people name them. */
export async function importWork(
  { db, director }: World,
  { sluice, bare, pool }: LongContenders,
  count: number,
): Promise<LongWork> {
  const accounts = await db.query<{ id: string; name: string }>({
    text: "select min(id::text) as id, name from w_main.o_account where deleted_at is null group by name having count(*) = 1 order by 1 limit 2000",
  });
  const [pipeline] = await db.query<{ id: string }>({
    text: "select id from w_main.o_pipeline where object = 'opportunity' limit 1",
  });
  const account = (at: number) => accounts[at % accounts.length];
  const made = (at: number) => ({
    id: newId(),
    owner: director.context.principal.id,
    department: null,
    name: `导入商机 ${at}`,
    account: account(at)?.id,
    pipeline: pipeline?.id,
    amount: String(1000 + at),
    close_date: "2027-06-30",
  });
  const rows = () => inBatches(Array.from({ length: count }, (_, at) => made(at)));
  const create = BARE_WRITES["create"];
  return {
    name: `import of ${count} rows (rows)`,
    rows: count,
    sluice: async () => {
      const lines = Array.from(
        { length: count },
        (_, at) => `导入商机 ${at},${account(at)?.name},${1000 + at},2027-06-30`,
      );
      const mapping = {
        商机名称: "name",
        客户: { field: "account", by: "name", missing: "refuse" },
        金额: "amount",
        成交日期: "close_date",
      };
      await importCsv(
        sluice.port,
        director.headers,
        { object: "opportunity", match: [], mapping },
        ["商机名称,客户,金额,成交日期", ...lines].join("\n"),
        count,
      );
    },
    bare:
      bare &&
      (async () => {
        for (const batch of rows()) await ask(bare.port, "", "POST", "/write/create", { rows: batch });
      }),
    raw:
      pool &&
      (async () => {
        for (const batch of rows())
          await pool.query({
            name: "create",
            text: create?.text ?? "",
            values: create?.values({ rows: batch }) ?? [],
          });
      }),
  };
}
