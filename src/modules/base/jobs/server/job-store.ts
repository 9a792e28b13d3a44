import {
  type Context,
  type JobRun,
  command,
  doing,
  isUuid,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import {
  bigint,
  integer,
  json,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { joined, NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { type Executor, ident } from "../../../../platform/db/database.ts";

export const runColumns = {
  id: uuid,
  kind: text,
  actor: orNull(uuid),
  narrowed_to: orNull(uuid),
  language: word<JobRun["language"]>(),
  payload: json<unknown>(),
  status: word<JobRun["status"]>(),
  position: orNull(json<unknown>()),
  error: orNull(json<NonNullable<JobRun["error"]>>()),
  finished_at: orNull(timestamptz),
  /** What its person asked for meanwhile; looked at before each batch. */
  wanted: orNull(word<"cancel" | "pause">()),
  /** Null until the records are known. */
  total: orNull(integer),
  done: integer,
  refused: integer,
  /** Times it was taken up since the last batch. */
  attempts: integer,
  /** The job that this one undoes. */
  parent: orNull(uuid),
  /** Positions of the log between which it wrote, of kinds that are undone by it; null before it wrote. */
  log_from: orNull(bigint),
  log_to: orNull(bigint),
  /** What it has made (`job-file.ts`). */
  file: orNull(json<unknown>()),
  made_at: timestamptz,
};
export const RUN: Sql = spelled(Object.keys(runColumns).map(ident).join(", "));
/** A row of `job_run`: the live state of a job, whatever its kind. */
export type Run = RowOf<typeof runColumns>;
export type RunChange = Partial<Omit<Run, "id" | "kind" | "actor" | "payload" | "parent" | "made_at">>;

/** Still to be worked on by the queue. */
export const IS_OPEN: Sql = sql`status in ('queued', 'running')`;
const JSON_COLUMNS = new Set(["error", "position", "file"]);

export const runWithId = statement(
  runColumns,
  ({ system }, id: string, lock: Sql = NOTHING) =>
    sql`select ${RUN} from ${system("job_run")} where id = ${id}${lock}`,
);
export async function loadRun(db: Executor, context: Context, id: string, lock = false): Promise<Run | null> {
  if (!isUuid(id)) return null;
  const [run] = await db.query(runWithId(context.workspace, id, lock ? sql` for update` : undefined));
  return run ?? null;
}

export async function changeRun(
  db: Executor,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  const entries = Object.entries(change);
  const sets = entries.map(([name, value]): Sql => {
    const column = spelled(ident(name));
    return JSON_COLUMNS.has(name)
      ? sql`${column} = ${value === null ? null : JSON.stringify(value)}::jsonb`
      : sql`${column} = ${value}`;
  });
  const table = tablesOf(context.workspace).system("job_run");
  await db.query(doing(sql`update ${table} set ${joined(sets, ", ")} where id = ${id}`));
}

export const beginRun = statement(
  runColumns,
  ({ system }, id: string, kind: string) =>
    sql`update ${system("job_run")} set status = 'running', attempts = attempts + 1, log_from = coalesce(log_from, (select last_value from ${system("changes_seq")})) where id = ${id} and kind = ${kind} and ${IS_OPEN} returning ${RUN}`,
);
export const lessAttempts = command(
  ({ system }, id: string) =>
    sql`update ${system("job_run")} set attempts = greatest(attempts - 1, 0) where id = ${id} and ${IS_OPEN}`,
);
export const unfinishedRuns = statement(
  { id: uuid, kind: text },
  ({ system }) => sql`select id, kind from ${system("job_run")} where ${IS_OPEN} order by made_at`,
);

/** Takes a run up, or up again after a crash: one more attempt. Null when it has ended or is paused. */
export async function takeUp(context: Context, kind: string, id: string): Promise<Run | null> {
  if (!isUuid(id)) return null;
  const [run] = await context.db.query(beginRun(context.workspace, id, kind));
  return run ?? null;
}

/** An attempt that the machine ended, not the work. */
export async function giveBackAttempt(context: Context, id: string): Promise<void> {
  await context.db.query(lessAttempts(context.workspace, id));
}

/** Jobs that a stop or a crash left unfinished. */
export async function openRuns(context: Context): Promise<readonly Pick<Run, "id" | "kind">[]> {
  return context.db.query(unfinishedRuns(context.workspace));
}
