import { type Context, type LogPass, statement } from "../../../../engine/public.ts";
import { float, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const FIRE = "clocks.fire";
/** What is due later than this is found by a pass in time. */
const HORIZON_MS = 3_600_000;
/** A timer of the process may ring a little early. */
const SURE_MS = 5;

interface Armed {
  readonly at: number;
  readonly alarm: NodeJS.Timeout;
}
/** One alarm for each workspace of this process. */
const alarms = new WeakMap<Context["follower"], Armed>();

/**
 * Has due timers done in so many milliseconds, by whichever process takes the job. An earlier alarm stands: who rings
 * looks for what comes next.
 */
export function wakeIn({ follower, services }: Context, wait: number): void {
  if (wait > HORIZON_MS) return;
  const at = Date.now() + Math.max(wait, 0) + SURE_MS;
  const armed = alarms.get(follower);
  if (armed && armed.at <= at) return;
  clearTimeout(armed?.alarm);
  const alarm = setTimeout(() => {
    alarms.delete(follower);
    // Where it cannot be queued, the next pass finds what is due.
    services.jobs.enqueue(FIRE, null, { key: "due" }).catch(() => undefined);
  }, at - Date.now());
  alarm.unref();
  alarms.set(follower, { at, alarm });
}

/** Milliseconds until the next timer is due, by the clock of the database. */
export const nextTimer = statement(
  { wait: orNull(float) },
  ({ system }) =>
    sql`select (extract(epoch from (select min(run_at) from ${system("timer")} where state = 'waiting') - clock_timestamp()) * 1000)::float8 as wait`,
);

/** Sees to it that what is due next is done then, and not before so many milliseconds. */
export async function wakeForNext(context: Context, least = 0): Promise<void> {
  const [row] = await context.db.query(nextTimer(context.workspace));
  if (typeof row?.wait === "number") wakeIn(context, Math.max(row.wait, least));
}

/** Another process may have set a timer, or have died before its own was due. */
export const timerPass: LogPass = async (context) => {
  await wakeForNext(context);
  return false;
};
