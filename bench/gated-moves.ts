import type { World } from "./world.ts";
import { callerOf, type Ask } from "./caller.ts";

const DEALS = 400;
const BATCH = 100;
const NAME = "bench_moves";
const both = (text: string) => ({ "zh-CN": text, en: text });

/**
 * Deals between two stages whose gates ask, both ways, for fields, for something of the linked account, for
 * what was done, and for ticks; and that meet it all.
 */
export interface GatedDeal {
  readonly id: string;
  readonly stage: string;
}
export const [HERE, THERE] = ["offered", "talking"] as const;
const gate = (stage: string): readonly object[] => [
  { id: `${stage}_facts`, kind: "fields", fields: ["amount", "close_date", "account"] },
  { id: `${stage}_linked`, kind: "condition", expression: "account.industry != null && amount > 1000" },
  {
    id: `${stage}_talked`,
    kind: "related",
    object: "activity",
    expression: `type == "call" && status == "done"`,
  },
  { id: `${stage}_ticked`, kind: "checklist", items: [{ id: "asked", label: both("asked") }] },
];

/**
 * A pipeline of its own for the measure of moves, with deals and their evidence: what it measures is a move
 * that a gate has judged.
 */
export async function openGatedMoves(
  { db, director, administrator }: World,
  port: number,
): Promise<readonly GatedDeal[]> {
  const standing = (): Promise<GatedDeal[]> =>
    db.query<GatedDeal & object>({
      text: `select o.id, o.stage from w_main.o_opportunity o join w_main.o_pipeline p on p.id = o.pipeline and p.name = $1 where o.stage = any($2::text[]) order by o.id`,
      values: [NAME, [HERE, THERE]],
    });
  const known = await standing();
  if (known.length > 0) return known;
  const pipeline = await publish(callerOf(port, administrator.headers));
  await makeDeals(callerOf(port, director.headers), db, pipeline);
  return standing();
}

async function publish(ask: Ask): Promise<string> {
  const stages = [
    { name: "arrived", label: both("arrived"), type: "open" },
    { name: HERE, label: both(HERE), type: "open", entry: gate(HERE) },
    { name: THERE, label: both(THERE), type: "open", entry: gate(THERE) },
    { name: "won", label: both("won"), type: "won" },
    { name: "lost", label: both("lost"), type: "lost" },
  ];
  const listed = await ask<{ data: { id: string; name: string }[] }>("GET", "/pipelines?object=opportunity");
  const found = listed.data.find(({ name }) => name === NAME)?.id;
  const id =
    found ??
    (
      await ask<{ data: { id: string } }>("POST", "/pipelines", {
        object: "opportunity",
        name: NAME,
        label: both(NAME),
        stages,
      })
    ).data.id;
  if (!found) await ask("POST", `/pipelines/${id}/publish`, {});
  return id;
}

/**
 * They begin in a stage in front of the gates, as the gate of the first asks for what only a record that is
 * there can have.
 */
async function makeDeals(ask: Ask, db: World["db"], pipeline: string): Promise<void> {
  const accounts = await db.query<{ id: string }>({
    text: `select id from w_main.o_account where industry is not null and deleted_at is null limit ${DEALS}`,
  });
  const batch = async (operations: readonly object[]): Promise<readonly string[]> => {
    const made: string[] = [];
    for (let at = 0; at < operations.length; at += BATCH) {
      const { data } = await ask<{ data: { id: string }[] }>("POST", "/batch", {
        operations: operations.slice(at, at + BATCH),
      });
      made.push(...data.map(({ id }) => id));
    }
    return made;
  };
  const deals = await batch(
    Array.from({ length: DEALS }, (_, at) => {
      const values = {
        name: `推进 ${at}`,
        account: accounts[at % accounts.length]?.id,
        pipeline,
        amount: "120000",
        close_date: "2030-01-01",
      };
      return { op: "create", object: "opportunity", values };
    }),
  );
  await batch(
    deals.map((id) => ({
      op: "create",
      object: "activity",
      values: { type: "call", status: "done", content: "bench", regarding: { object: "opportunity", id } },
    })),
  );
  const ticked = [HERE, THERE].map((stage) => ({ criterion: `${stage}_ticked`, value: { asked: true } }));
  for (const id of deals) {
    await ask("POST", `/records/opportunity/${id}/gate`, { meet: ticked });
    await ask("POST", `/records/opportunity/${id}/transitions`, { to: HERE });
  }
}
