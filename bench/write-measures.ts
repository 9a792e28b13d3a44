import { newId } from "../src/engine/record/ids.ts";
import { once, cycle, type WriteMeasure } from "./contenders.ts";
import type { World } from "./world.ts";

const BULK = 200;

/** Create, change, move through a gate, change many. */
export async function writeMeasures({ db, director }: World): Promise<WriteMeasure[]> {
  const { headers, context } = director;
  const ids = async (where: string): Promise<string[]> =>
    (await db.query<{ id: string }>({ text: `select id from w_main.o_opportunity where ${where} order by md5(id::text) limit 20000` })).map(({ id }) => id);
  const [account] = await db.query<{ id: string }>({ text: "select id from w_main.o_account limit 1" });
  const [pipeline] = await db.query<{ id: string }>({ text: "select id from w_main.o_pipeline where object = 'opportunity' limit 1" });
  const [changing, standing] = [await ids("stage_type = 'open' and stage <> 'proposal'"), await ids("stage_type = 'won'")];
  const [change, move, many, plain] = [cycle(changing), once(await ids("stage = 'proposal'")), cycle(changing), cycle(standing)];
  let step = 0;
  const word = (): string => `第 ${(step += 1)} 次联系`;
  const values = { account: account?.id, name: "新商机 电磁流量计", close_date: "2027-03-31" };
  const row = () => ({ ...values, id: newId(), owner: context.principal.id, department: null, pipeline: pipeline?.id, amount: "120000" });
  const several = (next: () => string): string[] => Array.from({ length: BULK }, next);
  const at = (id: string): string => `/api/v1/records/opportunity/${id}`;
  return [
    {
      name: "create",
      request: () => ({ method: "POST", path: "/api/v1/records/opportunity", headers, body: JSON.stringify({ ...values, amount: "120000" }) }),
      bare: "create",
      body: () => ({ rows: [row()] }),
    },
    {
      name: "PATCH",
      request: () => ({ method: "PATCH", path: at(change()), headers, body: JSON.stringify({ next_step: word() }) }),
      bare: "update",
      body: () => ({ ids: [plain()], next_step: word() }),
    },
    {
      name: "move through a gate",
      request: () => {
        const id = move();
        return id === undefined ? undefined : { method: "POST", path: `${at(id)}/transitions`, headers, body: JSON.stringify({ to: "negotiation" }) };
      },
      bare: "update",
      body: () => ({ ids: [plain()], stage: "negotiation" }),
    },
    {
      name: `bulk of ${BULK} (rows)`,
      rows: BULK,
      // Bulk edits of the same records would wait for one another.
      connections: [1],
      request: () => ({
        method: "POST",
        path: "/api/v1/records/opportunity/bulk",
        headers,
        body: JSON.stringify({ ids: several(many), values: { next_step: word() } }),
      }),
      bare: "update",
      body: () => ({ ids: several(plain), next_step: word() }),
    },
  ];
}
