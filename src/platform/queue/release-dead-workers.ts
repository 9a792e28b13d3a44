import type pg from "pg";
import { ident } from "../db/database.ts";
import { LIVING } from "./hold-lock.ts";

/**
 * Gives back the jobs of workers that no longer live, which the library itself would do after four hours. A
 * worker takes its first job after its lock and gives the lock back after its last; the two seconds spare one
 * that ends just now.
 */
export async function releaseDeadWorkers(pool: pg.Pool, schema: string): Promise<void> {
  const at = ident(schema);
  const dead = await pool.query<{ worker: string }>({
    text: `select distinct locked_by as worker from ${at}.jobs where locked_by is not null and locked_at < now() - interval '2 seconds'
      and not exists (select 1 from pg_locks where locktype = 'advisory' and granted and classid = $1 and objsubid = 2
        and objid::bigint = (hashtext(locked_by)::bigint & 4294967295) and database = (select oid from pg_database where datname = current_database()))`,
    values: [LIVING],
  });
  if (dead.rows.length === 0) return;
  await pool.query({
    text: `select ${at}.force_unlock_workers($1)`,
    values: [dead.rows.map((row) => row.worker)],
  });
}
