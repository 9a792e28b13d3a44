import { type Context, asProgram, saveIn, updating } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { jobObject } from "./job.object.ts";
import { kindOf } from "./kind-of.ts";
import { changeRun, loadRun, type RunChange } from "./job-store.ts";

/**
 * Writes another state of a run and, with it, the job as its owner lists it and what its kind keeps. The run
 * is locked by the caller.
 */
export async function changeState(
  tx: Transaction,
  context: Context,
  id: string,
  change: RunChange & Pick<Required<RunChange>, "status">,
): Promise<void> {
  await changeRun(tx, context, id, change);
  const run = await loadRun(tx, context, id);
  if (!run) return;
  const kind = kindOf(context, run.kind);
  await kind?.stateChanged?.(tx, context, run);
  if (run.parent !== null && run.status === "done")
    await changeState(tx, context, run.parent, { status: "undone", finished_at: run.finished_at });
  if (kind?.hasOwnRecord || run.actor === null) return;
  const { status, done, refused, total, finished_at } = run;
  const { saved } = await saveIn(
    tx,
    asProgram(context, "how far a job is, is written by the program", run.actor),
    {
      operations: [updating(jobObject, id, { status, done, refused, total, finished_at })],
      road: "rule",
      mode: "all",
    },
  );
  if (!saved) throw new Error(`job ${id} could not be written`);
}

/** Ends a run, which no longer needs its resume point; one that another process has ended stays as it is. */
export async function endRun(
  tx: Transaction,
  context: Context,
  id: string,
  change: RunChange & Pick<Required<RunChange>, "status">,
): Promise<void> {
  const open = await loadRun(tx, context, id, true);
  if (open?.status !== "running" && open?.status !== "queued") return;
  const ended = { ...change, wanted: null, position: null, finished_at: new Date().toISOString() };
  await changeState(tx, context, id, ended);
}
