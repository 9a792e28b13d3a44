import {
  type Context,
  type Result,
  accept,
  answering,
  refuse,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import { integer, orNull, uuid, word } from "../../../../platform/db/columns.ts";
import { joined, sql } from "../../../../platform/db/sql.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { DemoState, previewDemoRemoval } from "../shared/demo.contract.ts";
import { demoMessages } from "../shared/demo.messages.ts";
import { findDemo } from "./demo-mark.ts";
import { addedRecords, isDemoMade, ownedByDemo, REMOVED_IN_ORDER } from "./demo-records.ts";
import { ownData } from "./own-data.ts";

export const demoJob = statement(
  { id: uuid, kind: word<"demo_load" | "demo_removal">(), done: integer, total: orNull(integer) },
  ({ system }) =>
    sql`select id, kind, done, total from ${system("job_run")} where kind in ('demo_load', 'demo_removal') and status in ('queued', 'running', 'waiting') order by id limit 1`,
);
export const openDemoJob = async ({ db, workspace }: Context): Promise<DemoState["job"]> => {
  const [job] = await db.query(demoJob(workspace));
  return job ?? null;
};

export async function readDemoState(context: Context): Promise<DemoState> {
  const [{ mark }, job, own] = [await findDemo(context), await openDemoJob(context), await ownData(context)];
  return { state: mark ? (mark.isWhole ? "whole" : "part") : "none", job, own: [...own] };
}

/** Demo records that are there, of every object. */
export async function countDemo({ db, workspace }: Context): Promise<number> {
  const { record } = tablesOf(workspace);
  const arms = REMOVED_IN_ORDER.map(
    (name) => sql`select count(*)::int as count from ${record(name)} t where ${isDemoMade(workspace)}`,
  );
  const rows = await db.query(answering({ count: integer }, joined(arms, " union all ")));
  return rows.reduce((sum, { count }) => sum + count, 0);
}

export const demoBusy = () => refuse({ status: 409, code: "demo_busy", text: demoMessages.demo_busy });
export const noDemo = () => refuse({ status: 409, code: "no_demo", text: demoMessages.no_demo });

/** How much of it is told, and how much is counted. */
const [LISTED, COUNTED] = [50, 1000];
export async function previewRemoval(context: Context): Promise<Result<AnswerOf<typeof previewDemoRemoval>>> {
  const { mark } = await findDemo(context);
  if (!mark) return noDemo();
  const found = await addedRecords(context.db, context, COUNTED);
  const added = [...new Map(found.map(({ object, id, title }) => [id, { object, id, title }])).values()];
  // People whom the demo housed are no records that change hands.
  const owned = (await ownedByDemo(context.db, context, COUNTED)).filter(({ object }) => object !== "user");
  return accept({
    data: {
      records: await countDemo(context),
      added: added.slice(0, LISTED),
      added_total: added.length,
      owned: new Set(owned.map(({ id }) => id)).size,
    },
  });
}
