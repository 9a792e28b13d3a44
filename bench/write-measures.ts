import { newId } from "../src/engine/record/ids.ts";
import { BROWSER, cycle, type WriteMeasure } from "./contenders.ts";
import { type GatedDeal, HERE, THERE } from "./gated-moves.ts";
import type { World } from "./world.ts";

/** Create, change, move through a gate; `known` is a condition on the deals that may be written. */
export async function writeMeasures(
  { db, director }: World,
  gated: readonly GatedDeal[],
  known: string,
): Promise<WriteMeasure[]> {
  const { headers, context } = director;
  const ids = async (where: string): Promise<string[]> =>
    (
      await db.query<{ id: string }>({
        text: `select id from w_main.o_opportunity where ${where} and ${known} order by md5(id::text) limit 20000`,
      })
    ).map(({ id }) => id);
  const standsAt = await db.query<{ id: string; stage: string }>({
    text: `select id, stage from w_main.o_opportunity where stage in ('proposal', 'negotiation') and ${known} order by md5(id::text) limit 20000`,
  });
  const stages = new Map(gated.map(({ id, stage }) => [id, stage]));
  const [account] = await db.query<{ id: string }>({ text: "select id from w_main.o_account limit 1" });
  const [pipeline] = await db.query<{ id: string }>({
    text: "select id from w_main.o_pipeline where object = 'opportunity' limit 1",
  });
  const [changing, standing] = [
    await ids("stage_type = 'open' and stage <> 'proposal'"),
    await ids("stage_type = 'won'"),
  ];
  const [change, move, plain] = [cycle(changing), cycle([...stages.keys()]), cycle(standing)];
  let step = 0;
  const word = (): string => `第 ${(step += 1)} 次联系`;
  const values = { account: account?.id, name: "新商机 电磁流量计", close_date: "2027-03-31" };
  const plainStages = new Map(standsAt.map(({ id, stage }) => [id, stage]));
  const [plainChange, plainMove] = [cycle(changing), cycle([...plainStages.keys()])];
  const plainRow = (): Readonly<Record<string, unknown>> => ({
    ...values,
    owner: context.principal.id,
    pipeline: pipeline?.id,
    stage: "discovery",
    amount: "120000",
    currency: "CNY",
  });
  const row = () => ({
    ...values,
    id: newId(),
    owner: context.principal.id,
    department: null,
    pipeline: pipeline?.id,
    amount: "120000",
  });
  const at = (id: string): string => `/api/v1/records/opportunity/${id}`;
  return [
    {
      name: "create",
      request: () => ({
        method: "POST",
        path: "/api/v1/records/opportunity",
        headers,
        body: JSON.stringify({ ...values, amount: "120000" }),
      }),
      plain: () => ({
        method: "POST",
        path: "/opportunities",
        headers: BROWSER,
        body: JSON.stringify(plainRow()),
      }),
      bare: "create",
      body: () => ({ rows: [row()] }),
    },
    {
      name: "PATCH",
      request: () => ({
        method: "PATCH",
        path: at(change()),
        headers,
        body: JSON.stringify({ next_step: word() }),
      }),
      plain: () => ({
        method: "PATCH",
        path: `/opportunities/${plainChange()}`,
        headers: BROWSER,
        body: JSON.stringify({ next_step: word() }),
      }),
      bare: "update",
      body: () => ({ ids: [plain()], next_step: word() }),
    },
    {
      name: "move through a gate",
      request: () => {
        const id = move();
        // There and back: both gates ask for the same and are met.
        const to = stages.get(id) === HERE ? THERE : HERE;
        stages.set(id, to);
        return { method: "POST", path: `${at(id)}/transitions`, headers, body: JSON.stringify({ to }) };
      },
      plain: () => {
        const id = plainMove();
        const stage = plainStages.get(id) === "proposal" ? "negotiation" : "proposal";
        plainStages.set(id, stage);
        return {
          method: "PATCH",
          path: `/opportunities/${id}`,
          headers: BROWSER,
          body: JSON.stringify({ stage }),
        };
      },
      bare: "update",
      body: () => ({ ids: [plain()], stage: "negotiation" }),
    },
  ];
}
