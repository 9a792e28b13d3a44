import type { Executor } from "../db/database.ts";
import { ident } from "../db/database.ts";
import { SCHEMA } from "./open-queue.ts";

/** A job that waits, as it goes into another database. */
export interface CarriedJob {
  readonly kind: string;
  readonly payload: unknown;
  readonly run_at: string;
  readonly key: string | null;
}

/**
 * The jobs that wait or are being done, in their order; none where there is no queue. One that is under way
 * begins again where it is restored.
 */
export async function listJobs(db: Executor): Promise<CarriedJob[]> {
  const [found] = await db.query<{ found: boolean }>({
    text: "select to_regclass($1) is not null as found",
    values: [`${SCHEMA}._private_jobs`],
  });
  if (!found?.found) return [];
  const at = ident(SCHEMA);
  return db.query<CarriedJob>({
    text: `select t.identifier as kind, j.payload, j.run_at, j.key from ${at}._private_jobs j join ${at}._private_tasks t on t.id = j.task_id
      where j.attempts < j.max_attempts or j.locked_at is not null order by j.id`,
  });
}

/** Puts such jobs into a queue whose tables are there. */
export async function addJobs(db: Executor, jobs: readonly CarriedJob[]): Promise<void> {
  for (const { kind, payload, run_at, key } of jobs)
    await db.query({
      text: `select 1 from ${ident(SCHEMA)}.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4)`,
      values: [kind, JSON.stringify(payload), run_at, key],
    });
}
