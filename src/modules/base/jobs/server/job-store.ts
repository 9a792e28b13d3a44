import type { Context } from "../../../../engine/context.ts";
import type { BulkWork } from "../../../../engine/long-work.ts";
import { saveIn } from "../../../../engine/record/save.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import { updating } from "../../../../engine/record/operations.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import type { Job } from "../../../../shared/wire/jobs.contract.ts";
import { asSystem } from "../../identity/public.ts";
import { jobObject } from "./job.object.ts";

export type JobStatus = Job["status"];
export type JobKind = Job["kind"];
/** A row of `job_run`. */
export interface Run {
  readonly id: string;
  readonly kind: JobKind;
  readonly actor: string;
  readonly narrowed_to: string | null;
  readonly language: Language;
  readonly payload: BulkWork;
  readonly status: JobStatus;
  /** collect: naming the records. work: changing them. */
  readonly phase: "collect" | "work";
  /** "cancel": stop at the end of the batch. */
  readonly wanted: string | null;
  readonly collected_to: string | null;
  /** First item not yet done. */
  readonly next_item: number;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  /** Times it was taken up since the last batch. */
  readonly attempts: number;
  readonly error: Job["error"];
  readonly made_at: string;
  readonly finished_at: string | null;
}
export type RunChange = Partial<
  Pick<
    Run,
    | "status"
    | "phase"
    | "wanted"
    | "collected_to"
    | "next_item"
    | "total"
    | "done"
    | "refused"
    | "attempts"
    | "error"
    | "finished_at"
  >
>;

export async function loadRun(db: Executor, context: Context, id: string, lock = false): Promise<Run | null> {
  const [run] = await db.query<Run>({
    text: `select * from ${systemTable(context.workspace, "job_run")} where id = $1${lock ? " for update" : ""}`,
    values: [id],
  });
  return run ?? null;
}

export async function changeRun(
  db: Executor,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  const entries = Object.entries(change);
  const sets = entries.map(([name], at) => `"${name}" = $${at + 2}${name === "error" ? "::jsonb" : ""}`);
  const values = entries.map(([name, value]) => (name === "error" ? JSON.stringify(value) : value));
  await db.query({
    text: `update ${systemTable(context.workspace, "job_run")} set ${sets.join(", ")} where id = $1`,
    values: [id, ...values],
  });
}

/** Takes a run up, or up again after a crash: one more attempt. Null when it has ended. */
export async function beginRun(context: Context, id: string): Promise<Run | null> {
  const [run] = await context.db.query<Run>({
    text: `update ${systemTable(context.workspace, "job_run")} set status = 'running', attempts = attempts + 1 where id = $1 and status in ('queued', 'running') returning *`,
    values: [id],
  });
  return run ?? null;
}

/** An attempt that the machine ended, not the work. */
export async function giveBackAttempt(context: Context, id: string): Promise<void> {
  await context.db.query({
    text: `update ${systemTable(context.workspace, "job_run")} set attempts = greatest(attempts - 1, 0) where id = $1 and status in ('queued', 'running')`,
    values: [id],
  });
}

/**
 * Ends the run and, with it, the job as its owner lists it; one that another process has ended stays as it
 * is.
 */
export async function settleRun(
  tx: Transaction,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  const open = await loadRun(tx, context, id, true);
  if (open?.status !== "running" && open?.status !== "queued") return;
  await changeRun(tx, context, id, change);
  const run = await loadRun(tx, context, id);
  if (!run) return;
  const { status, done, refused, total, finished_at } = run;
  const operation = updating(jobObject, id, { status, done, refused, total, finished_at });
  const { saved } = await saveIn(tx, asSystem(context), {
    operations: [operation],
    road: "rule",
    mode: "all",
  });
  if (!saved) throw new Error(`job ${id} could not be written`);
}

/** Jobs that a stop or a crash left unfinished. */
export async function openRuns(context: Context): Promise<readonly Pick<Run, "id" | "kind">[]> {
  return context.db.query<Pick<Run, "id" | "kind">>({
    text: `select id, kind from ${systemTable(context.workspace, "job_run")} where status in ('queued', 'running') order by made_at`,
  });
}
