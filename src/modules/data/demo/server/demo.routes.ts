import {
  type Context,
  type Result,
  accept,
  command,
  hasAbility,
  refuse,
  serve,
} from "../../../../engine/public.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { startJob } from "../../../base/jobs/public.ts";
import { loadDemoData, previewDemoRemoval, readDemo, removeDemoData } from "../shared/demo.contract.ts";
import { demoMessages } from "../shared/demo.messages.ts";
import { findDemo } from "./demo-mark.ts";
import { demoBusy, demoJob, noDemo, previewRemoval, readDemoState } from "./demo-state.ts";
import { demoLoadKind } from "./load-demo.job.ts";
import { nextMark } from "./load-demo.ts";
import { hasOwnData, ownData } from "./own-data.ts";
import { FULL_SIZE } from "./record.ts";
import { demoRemovalKind } from "./take-out-demo.job.ts";

const serving = { ability: "settings.manage", longest: 30_000 } as const;

export const demoRoutes = [
  serve(readDemo, serving, async (context) => accept({ data: await readDemoState(context) })),
  serve(loadDemoData, serving, startLoad),
  serve(previewDemoRemoval, serving, previewRemoval),
  serve(removeDemoData, serving, async (context, { body }) => {
    const { mark } = await findDemo(context);
    if (!mark) return noDemo();
    return started(
      await startJob(context, demoRemovalKind, { payload: body, with: (tx) => alone(tx, context) }),
    );
  }),
];

async function startLoad(context: Context): Promise<Result<{ id: string }>> {
  const mark = await nextMark(context);
  if (!mark) return refuse({ status: 409, code: "demo_loaded", text: demoMessages.demo_loaded });
  const own = await ownData(context);
  if (own.length > 0) return hasOwnData(context, own);
  const payload = { today: mark.today, round: mark.round, size: FULL_SIZE };
  return started(await startJob(context, demoLoadKind, { payload, with: (tx) => alone(tx, context) }));
}

const started = (job: Result<string>): Result<{ id: string }> => (job.ok ? accept({ id: job.value }) : job);

export const lockDemo = command(
  (_, name: string) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
);
/** One at a time adds or removes it. It brings people with roles, so the settings alone do not allow it. */
async function alone(tx: Transaction, context: Context): Promise<Result<null>> {
  if (!hasAbility(context, "people.manage"))
    return refuse({ status: 403, code: "forbidden", text: demoMessages.needs_people });
  await tx.query(lockDemo(context.workspace, `demo ${context.workspace.schema}`));
  const [busy] = await tx.query(demoJob(context.workspace));
  return busy ? demoBusy() : accept(null);
}
