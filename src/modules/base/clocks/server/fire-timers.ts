import { type Context, asProgram, command, statement } from "../../../../engine/public.ts";
import { json, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { fireSet, type Outcome } from "./fire-set.ts";
import type { DueTimer } from "./timer-kinds.ts";
import { FIRE, wakeForNext } from "./wake.ts";

/** How many are done in one transaction: it follows how long they last. */
const [FIRST, LARGEST] = [200, 1000];
const [QUICK_MS, SLOW_MS] = [400, 1200];
const LONGEST_MS = 20_000;
/** Batches of one job, so that it works with definitions that are not older than that. */
const MOST_BATCHES = 20;
/** Pauses in seconds before a timer that failed is tried again; after the last it has failed. */
const PAUSES = [5, 30, 120, 600, 3600];
/** What is due stands in a lane that another works off, or is being changed. */
const ELSEWHERE_MS = 300;

type Claimed = DueTimer & { readonly kind: string; readonly run_at: string };

/**
 * Lanes keep the timers of one record in order, whoever works them off. What is claimed counts as done from here on,
 * so that doing it may set the same timer anew.
 */
export const claimDue = statement(
  {
    id: uuid,
    kind: text,
    object: orNull(text),
    record: orNull(uuid),
    key: text,
    due_at: timestamptz,
    run_at: timestamptz,
    params: json<Values>(),
  },
  (
    { system },
    lanes: string,
    limit: number,
  ) => sql`with lane as materialized (select l from (select l from generate_series(0, 15) l
    where exists (select from ${system("timer")} d where d.lane = l and d.state = 'waiting' and d.run_at <= clock_timestamp()) order by random() offset 0) due
  where pg_try_advisory_xact_lock(hashtextextended(${lanes} || l, 0)) limit 1),
due as materialized (select t.id from ${system("timer")} t
  where t.lane = (select l from lane) and t.state = 'waiting' and t.run_at <= clock_timestamp() order by t.run_at, t.id limit ${limit} for update of t skip locked)
update ${system("timer")} t set state = 'fired', tries = t.tries + 1, ended_at = clock_timestamp() from due where t.id = due.id
returning t.id, t.kind, t.object, t.record, t.key, t.due_at, t.run_at, t.params`,
);

export const putBack = command(
  (
    { system },
    later: readonly string[],
    failed: string,
  ) => sql`with postponed as (update ${system("timer")} set state = 'waiting', ended_at = null, tries = tries - 1, run_at = clock_timestamp() + interval '1 second'
  where id = any(${later}::uuid[]))
update ${system("timer")} t set code = x.code, reason = x.reason, state = case when x.final or t.tries > array_length(p.pauses, 1) then 'failed' else 'waiting' end,
  ended_at = case when x.final or t.tries > array_length(p.pauses, 1) then t.ended_at end, run_at = clock_timestamp() + make_interval(secs => coalesce(p.pauses[t.tries], 0))
from jsonb_to_recordset(${failed}::jsonb) as x(id uuid, code text, reason jsonb, final boolean), (select ${PAUSES}::int[] as pauses) p where t.id = x.id`,
);

/** Claims due timers of one lane and does them, each kind together; says how many there were. One transaction. */
export async function fireBatch(context: Context, limit: number): Promise<number> {
  const acting = asProgram(context, "timers are due");
  return context.db.transaction(
    async (tx) => {
      const { schema } = context.workspace;
      const due = await tx.query(claimDue(context.workspace, `timers:${schema}:`, limit));
      const ordered = due.toSorted((a, b) => (a.run_at + a.id < b.run_at + b.id ? -1 : 1));
      const outcomes: Outcome[] = [];
      for (const round of roundsOf(ordered)) outcomes.push(...(await fireRound(tx, acting, round)));
      if (outcomes.length > 0) await tx.query(puttingBack(context, outcomes));
      return due.length;
    },
    { longer: LONGEST_MS },
  );
}

function puttingBack({ workspace }: Context, outcomes: readonly Outcome[]) {
  const failed = outcomes.flatMap((one) => (one.is === "failed" ? [one] : []));
  const later = outcomes.flatMap((one) => (one.is === "later" ? [one.id] : []));
  return putBack(
    workspace,
    later,
    JSON.stringify(failed.map(({ id, code, reason, final }) => ({ id, code, reason, final }))),
  );
}

/** In each round at most one timer of a record, in the order in which they are due. */
function roundsOf(due: readonly Claimed[]): readonly (readonly Claimed[])[] {
  const rounds: Claimed[][] = [];
  const place = new Map<string, number>();
  for (const timer of due) {
    const of = timer.record ?? timer.id;
    const at = place.get(of) ?? 0;
    place.set(of, at + 1);
    (rounds[at] ??= []).push(timer);
  }
  return rounds;
}

async function fireRound(
  tx: Transaction,
  context: Context,
  round: readonly Claimed[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const kind of new Set(round.map((timer) => timer.kind)))
    outcomes.push(
      ...(await fireSet(
        tx,
        context,
        kind,
        round.filter((timer) => timer.kind === kind),
      )),
    );
  return outcomes;
}

/** The job: does all that is due, together with whoever else does, and sees to what comes next. */
export async function fireDue(context: Context): Promise<void> {
  let [size, done] = [FIRST, 0];
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const begun = Date.now();
    done = await fireBatch({ ...context, now: new Date(begun).toISOString() }, size);
    if (done === 0) break;
    // Very many are due: a second worker helps.
    if (batch === 1) await context.services.jobs.enqueue(FIRE, null, { key: "help", unlessThere: true });
    const took = Date.now() - begun;
    if (took > SLOW_MS) size = Math.max(1, Math.floor(size / 2));
    else if (took < QUICK_MS) size = Math.min(LARGEST, size * 2);
  }
  await wakeForNext(context, done === 0 ? ELSEWHERE_MS : 0);
}
