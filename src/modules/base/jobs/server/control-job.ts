import { type Context, type Result, accept, command, refuse, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { changeState } from "./change-state.ts";
import { changeRun, IS_OPEN, loadRun, type Run } from "./job-store.ts";
import { kindOf } from "./kind-of.ts";
import { enqueue } from "./start-job.ts";

type Started = Result<{ id: string }>;

const ended = () =>
  refuse({
    status: 409,
    code: "already_ended",
    text: label("这个后台任务已经结束。", "This job has already ended."),
  });
const notPausable = () =>
  refuse({
    status: 409,
    code: "not_pausable",
    text: label("这类任务不能暂停。", "Jobs of this type cannot be paused."),
  });
const notCancellable = () =>
  refuse({
    status: 409,
    code: "not_cancellable",
    text: label("这类任务不能取消。", "Jobs of this type cannot be cancelled."),
  });

/** Stops at the end of the batch under way; a paused one at once. What was done stays. */
export const cancelJob = (context: Context, run: Run): Promise<Started> =>
  kindOf(context, run.kind)?.isFinal ? Promise.resolve(notCancellable()) : stop(context, run.id, "cancel");

/** Stops at the end of the batch under way, to be gone on with. */
export const pauseJob = (context: Context, run: Run): Promise<Started> =>
  kindOf(context, run.kind)?.isPausable ? stop(context, run.id, "pause") : Promise.resolve(notPausable());

const stop = (context: Context, id: string, wanted: "cancel" | "pause"): Promise<Started> =>
  context.db.transaction(async (tx): Promise<Started> => {
    const run = await loadRun(tx, context, id, true);
    if (run?.status === "waiting" && wanted === "cancel")
      await changeState(tx, context, id, { status: "cancelled", finished_at: new Date().toISOString() });
    else if (run?.status === "queued" || run?.status === "running")
      await changeRun(tx, context, id, { wanted });
    else if (run?.status !== "waiting") return ended();
    return accept({ id });
  });

/** Goes on where it was paused; one that was to be paused goes on without a pause. */
export const resumeJob = (context: Context, { id }: Run): Promise<Started> =>
  context.db.transaction(async (tx): Promise<Started> => {
    const run = await loadRun(tx, context, id, true);
    const kind = run && kindOf(context, run.kind);
    if (!run || !kind || run.finished_at !== null) return ended();
    if (run.wanted === "pause") await changeRun(tx, context, id, { wanted: null });
    if (run.status === "waiting") {
      await changeState(tx, context, id, { status: "queued", attempts: 0 });
      await enqueue(tx, context, kind, id);
    }
    return accept({ id });
  });

export const wantCancelled = command(
  ({ system }, ids: readonly string[]) =>
    sql`update ${system("job_run")} set wanted = 'cancel' where id = any(${ids}::uuid[]) and ${IS_OPEN}`,
);
export const lockPaused = statement(
  { id: uuid },
  ({ system }, ids: readonly string[]) =>
    sql`select id from ${system("job_run")} where id = any(${ids}::uuid[]) and status = 'waiting' order by id for update`,
);

/** Stops these jobs, whoever started them. */
export async function cancelRuns(tx: Transaction, context: Context, ids: readonly string[]): Promise<void> {
  await tx.query(wantCancelled(context.workspace, ids));
  for (const { id } of await tx.query(lockPaused(context.workspace, ids)))
    await changeState(tx, context, id, { status: "cancelled", finished_at: new Date().toISOString() });
}
