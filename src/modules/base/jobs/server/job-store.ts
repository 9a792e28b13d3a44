import { type Context, type JobRun, isUuid, systemTable } from "../../../../engine/public.ts";
import { type Executor, ident } from "../../../../platform/db/database.ts";

/** A row of `job_run`: the live state of a job, whatever its kind. */
export interface Run extends JobRun {
  readonly kind: string;
  readonly narrowed_to: string | null;
  /** What its person asked for meanwhile; looked at before each batch. */
  readonly wanted: "cancel" | "pause" | null;
  /** Null until the records are known. */
  readonly total: number | null;
  readonly done: number;
  readonly refused: number;
  /** Times it was taken up since the last batch. */
  readonly attempts: number;
  /** The job that this one undoes. */
  readonly parent: string | null;
  /** Positions of the log between which it wrote, of kinds that are undone by it; null before it wrote. */
  readonly log_from: number | null;
  readonly log_to: number | null;
  /** What it has made (`job-file.ts`). */
  readonly file: unknown;
  readonly made_at: string;
}
export type RunChange = Partial<Omit<Run, "id" | "kind" | "actor" | "payload" | "parent" | "made_at">>;

/** Still to be worked on by the queue. */
export const OPEN = "status in ('queued', 'running')";
const JSON_COLUMNS = new Set(["error", "position", "file"]);

export async function loadRun(db: Executor, context: Context, id: string, lock = false): Promise<Run | null> {
  if (!isUuid(id)) return null;
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
  const sets = entries.map(
    ([name], at) => `"${name}" = $${at + 2}${JSON_COLUMNS.has(name) ? "::jsonb" : ""}`,
  );
  const values = entries.map(([name, value]) =>
    JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value,
  );
  await db.query({
    text: `update ${systemTable(context.workspace, "job_run")} set ${sets.join(", ")} where id = $1`,
    values: [id, ...values],
  });
}

/** Takes a run up, or up again after a crash: one more attempt. Null when it has ended or is paused. */
export async function takeUp(context: Context, kind: string, id: string): Promise<Run | null> {
  if (!isUuid(id)) return null;
  const [run] = await context.db.query<Run>({
    text: `update ${systemTable(context.workspace, "job_run")} set status = 'running', attempts = attempts + 1, log_from = coalesce(log_from, (select last_value from ${ident(context.workspace.schema)}.changes_seq)) where id = $1 and kind = $2 and ${OPEN} returning *`,
    values: [id, kind],
  });
  return run ?? null;
}

/** An attempt that the machine ended, not the work. */
export async function giveBackAttempt(context: Context, id: string): Promise<void> {
  await context.db.query({
    text: `update ${systemTable(context.workspace, "job_run")} set attempts = greatest(attempts - 1, 0) where id = $1 and ${OPEN}`,
    values: [id],
  });
}

/** Jobs that a stop or a crash left unfinished. */
export async function openRuns(context: Context): Promise<readonly Pick<Run, "id" | "kind">[]> {
  return context.db.query<Pick<Run, "id" | "kind">>({
    text: `select id, kind from ${systemTable(context.workspace, "job_run")} where ${OPEN} order by made_at`,
  });
}
