import { type Workspace, statement, systemTable } from "../../../../engine/public.ts";
import { bigint, integer, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Database } from "../../../../platform/db/database.ts";
import { foldLogin } from "../shared/password.ts";

export const FREE_FAILURES = 5;
const LOCK_MINUTES = 15;
/** 15 min, 30 min, 1 h … 16 h. */
const MOST_DOUBLINGS = 6;
const FAILURES_PER_IP = 60;

export type Attempt =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: "locked" | "too_many_attempts"; readonly retryAfter: number };

/**
 * Asks leave to try a password. Counted before it is checked and locked by the fifth try itself, so that
 * tries sent at once or cut off by a crash count too; unknown logins are counted alike. `forgiveAttempts`
 * after a right password.
 */
export async function beginAttempt(
  db: Database,
  workspace: Workspace,
  login: string,
  ip: string,
): Promise<Attempt> {
  const [fromIp] = await db.query(failuresFrom(workspace, ip));
  if ((fromIp?.failures ?? 0) >= FAILURES_PER_IP)
    return { ok: false, code: "too_many_attempts", retryAfter: LOCK_MINUTES * 60 };
  const key = foldLogin(login).slice(0, 200);
  const [granted] = await db.query({ text: attemptStatement(workspace), values: [key] });
  if (granted) return { ok: true };
  const [locked] = await db.query(lockOf(workspace, key));
  return { ok: false, code: "locked", retryAfter: Math.max(1, locked?.seconds ?? 1) };
}

export const failuresFrom = statement(
  { failures: bigint },
  ({ system }, ip: string) =>
    sql`select count(*) as failures from (select 1 from ${system("access_log")} where kind = 'sign_in_failed' and ip = ${ip} and at > now() - make_interval(mins => ${LOCK_MINUTES}) limit ${FAILURES_PER_IP}) f`,
);
export const lockOf = statement(
  { seconds: orNull(integer) },
  ({ system }, login: string) =>
    sql`select ceil(extract(epoch from locked_until - now()))::int as seconds from ${system("sign_in_attempt")} where login = ${login}`,
);

const attemptStatement = (workspace: Workspace): string => {
  const rested = "a.last_at < now() - interval '1 day'";
  const fresh = `(${rested} or a.locked_until is not null)`;
  const failed = `case when ${fresh} then 1 else a.failed + 1 end`;
  return `insert into ${systemTable(workspace, "sign_in_attempt")} as a (login, failed, rounds, locked_until, last_at) values ($1, 1, 0, null, now())
    on conflict (login) do update set
      failed = ${failed},
      rounds = case when ${rested} then 0 when (${failed}) >= ${FREE_FAILURES} then a.rounds + 1 else a.rounds end,
      locked_until = case when (${failed}) >= ${FREE_FAILURES} then now() + interval '${LOCK_MINUTES} minutes' * (2 ^ least(case when ${rested} then 0 else a.rounds end, ${MOST_DOUBLINGS})) end,
      last_at = now()
    where a.locked_until is null or a.locked_until <= now()
    returning a.failed`;
};

/** The password was right: earlier failures are forgotten. */
export async function forgiveAttempts(db: Database, workspace: Workspace, login: string): Promise<void> {
  await db.query({
    text: `delete from ${systemTable(workspace, "sign_in_attempt")} where login = $1`,
    values: [foldLogin(login).slice(0, 200)],
  });
}

/** Removes what was counted long ago, a bounded piece at a time. */
export async function sweepAttempts(db: Database, workspace: Workspace): Promise<void> {
  const table = systemTable(workspace, "sign_in_attempt");
  await db.query({
    text: `delete from ${table} where login in (select login from ${table} where last_at < now() - interval '2 days' limit 1000)`,
  });
}
