import type pg from "pg";
import { ident } from "../db/database.ts";
import { OUTSIDE_MESSAGE } from "../db/outside-error.ts";

/**
 * A job that failed because the disk was full or the database away comes again soon, however often it failed
 * so: the library waits longer each time, hours in the end, and then gives up, though nothing is wrong with
 * the job.
 */
export async function bringForward(pool: pg.Pool, schema: string, againMs: number): Promise<void> {
  const at = ident(schema);
  await pool.query({
    text: `select 1 from ${at}.reschedule_jobs(array(select id from ${at}.jobs where locked_at is null and attempts > 0 and last_error ~ $1
      and (run_at > now() + 2 * $2 * interval '1 millisecond' or attempts >= max_attempts)), run_at => now() + $2 * interval '1 millisecond', attempts => 1)`,
    values: [OUTSIDE_MESSAGE, againMs],
  });
}
