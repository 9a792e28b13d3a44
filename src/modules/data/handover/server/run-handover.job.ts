import { elevate } from "../../../../engine/elevate.ts";
import { toItem } from "../../../../engine/api/problem.ts";
import type { Context } from "../../../../engine/context.ts";
import type { Operation, OperationResult } from "../../../../engine/record/contract.ts";
import { saveIn } from "../../../../engine/record/save.ts";
import { systemTable, tableOf } from "../../../../engine/schema/names.ts";
import { creating, deleting } from "../../../../engine/record/operations.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { MOST_ATTEMPTS, notCountingOutside } from "../../../../platform/queue/attempts.ts";
import { teamMember } from "../../../../objects/system/team/team.object.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { loadPrincipal, withRightsOn } from "../../../base/identity/public.ts";
import {
  beginRun,
  changeRun,
  giveBackAttempt,
  loadRun,
  type Run,
  settleRun,
} from "../../../base/jobs/public.ts";
import { handoverTexts } from "../shared/messages.ts";
import type { BesideKind, HandoverPlan } from "../shared/handover.contract.ts";
import { alreadyThere, besideOf, cancelJobs, countBeside, nextBeside, operationsOf } from "./beside.ts";
import { countDuties, dutiesOf, type Duty, nextOf } from "./duties.ts";

const BATCH = 200;
class Ended extends Error {}

interface Leaving {
  readonly run: Run;
  readonly user: string;
  readonly manager: string | null;
  readonly plan: HandoverPlan;
}

/**
 * Hands over what hangs on a person, or what is left of it: what has a successor already is not found again.
 */
export async function runHandover(context: Context, id: string): Promise<void> {
  const run = await beginRun(context, id);
  if (!run) return;
  await notCountingOutside(
    () => goOn(context, run),
    () => giveBackAttempt(context, id),
  );
}

async function goOn(context: Context, run: Run): Promise<void> {
  const { id } = run;
  if (run.attempts > MOST_ATTEMPTS) return fail(context, run, "interrupted", handoverTexts.interrupted);
  const principal = await loadPrincipal(context.db, context.workspace, run.actor);
  const leaving = await loadPlan(context, run);
  if (!principal || !leaving) return fail(context, run, "actor_gone", handoverTexts.actor_gone);
  const duties = dutiesOf(context);
  const acting = withRightsOn(
    { ...context, principal, language: run.language, now: new Date().toISOString() },
    [...new Set([...duties.map(({ object }) => object), "team_member"])],
  );
  if (run.phase === "collect") await countTotal(acting, leaving);
  try {
    for (const duty of duties)
      for (let size = BATCH; size > 0;) size = await workBatch(acting, leaving, duty, size);
    for (const kind of besideOf(leaving.plan)) while (await workBeside(acting, leaving, kind));
    await handOverTeams(acting, leaving);
    await context.db.transaction((tx) =>
      settleRun(tx, context, id, { status: "done", finished_at: new Date().toISOString() }),
    );
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
}

async function loadPlan(context: Context, run: Run): Promise<Leaving | null> {
  const [row] = await context.db.query<{ user_id: string; plan: HandoverPlan; manager: string | null }>({
    text: `select p.user_id, p.plan, u.manager from ${systemTable(context.workspace, "handover_plan")} p join ${tableOf(context.workspace, "user")} u on u.id = p.user_id where p.job = $1`,
    values: [run.id],
  });
  return row ? { run, user: row.user_id, manager: row.manager, plan: row.plan } : null;
}

async function countTotal(context: Context, { run, user, plan }: Leaving): Promise<void> {
  const beside = await countBeside(context, user, run.id);
  const records = (await countDuties(context, user)).reduce((sum, { open }) => sum + open, 0);
  const total = besideOf(plan).reduce((sum, kind) => sum + beside[kind], records);
  await changeRun(context.db, context, run.id, { total, phase: "work" });
}

/**
 * One batch of one duty in one transaction with its count. Gives the size of the next batch, 0 when nothing
 * is left.
 */
async function workBatch(context: Context, leaving: Leaving, duty: Duty, size: number): Promise<number> {
  const ids = await nextOf(context, duty, leaving.user, leaving.run.id, size);
  if (ids.length === 0) return 0;
  const now = new Date().toISOString();
  try {
    await context.db.transaction((tx) => work(tx, { ...context, now }, leaving, duty, ids), {
      longer: 20_000,
    });
    return size;
  } catch (error) {
    const isData = error instanceof Error && "code" in error && /^(22|23)/.test(String(error.code));
    if (!isData) throw error;
    if (size > 1) return 1;
    const refusal = {
      code: "refused_by_database",
      errors: [{ code: "refused_by_database", message: handoverTexts.refused_by_database[context.language] }],
    };
    await context.db.transaction((tx) =>
      note(tx, context, leaving.run.id, 0, [{ record: recordOf(duty, ids[0] ?? ""), refused: refusal }]),
    );
    return size;
  }
}

async function work(
  tx: Transaction,
  context: Context,
  leaving: Leaving,
  duty: Duty,
  ids: readonly string[],
): Promise<void> {
  const run = await loadRun(tx, context, leaving.run.id, true);
  if (run?.status !== "running") throw new Ended("the job has ended");
  const cause = { object: "job", id: run.id, note: handoverTexts.cause[context.language] };
  const operations = ids.map((id): Operation => ({
    op: "update",
    object: duty.object,
    id,
    values: { [duty.field]: successorOf(leaving, duty, id) },
  }));
  const { results } = await saveIn(tx, context, {
    operations,
    road: "bulk",
    mode: "each",
    match: "not_asked",
    cause,
  });
  const refused = results.flatMap((result, at) =>
    result.ok ? [] : [{ record: recordOf(duty, ids[at] ?? ""), refused: told(context, result) }],
  );
  await note(tx, context, run.id, ids.length - refused.length, refused);
  if (run.wanted === "cancel")
    await settleRun(tx, context, run.id, { status: "cancelled", finished_at: context.now });
}

/** One batch of what hangs on the leaver beside records. False when nothing is left. */
async function workBeside(
  context: Context,
  { run, user, plan }: Leaving,
  kind: BesideKind,
): Promise<boolean> {
  const rows = await nextBeside(context, kind, user, run.id, BATCH);
  if (rows.length === 0) return false;
  const now = new Date().toISOString();
  // Whoever hands over needs no right on a consent or a share, but is the one in the log.
  const acting: Context = { ...elevate(context, "a hand-over reaches what its person has no right on"), now };
  await context.db.transaction(
    async (tx) => {
      const held = await loadRun(tx, context, run.id, true);
      if (held?.status !== "running") throw new Ended("the job has ended");
      const ids = rows.map(({ id }) => id);
      if (kind === "jobs") {
        await cancelJobs(tx, context, ids);
        return note(tx, context, run.id, ids.length, []);
      }
      const settled = kind === "roles" ? await alreadyThere(tx, context, rows, plan.to) : new Set<string>();
      const cause = { object: "job", id: run.id, note: handoverTexts.cause[context.language] };
      const operations = rows.flatMap((row) =>
        operationsOf(kind, row, { to: plan.to, now }, settled).map((operation) => ({ row, operation })),
      );
      const { results } = await saveIn(tx, acting, {
        operations: operations.map(({ operation }) => operation),
        road: "bulk",
        mode: "each",
        cause,
      });
      const refused = results.flatMap((result, at) =>
        result.ok ? [] : [{ record: `${kind}:${operations[at]?.row.id}`, refused: told(context, result) }],
      );
      await note(
        tx,
        context,
        run.id,
        rows.length - new Set(refused.map(({ record }) => record)).size,
        refused,
      );
    },
    { longer: 20_000 },
  );
  return true;
}

/** Who reports to the leaver and succeeds them reports to the leaver's own manager. */
function successorOf({ plan, manager }: Leaving, duty: Duty, id: string): string | null {
  const to = plan.objects?.[duty.object] ?? plan.to;
  if (duty.object === "user" && id === to) return manager === to ? null : manager;
  return to;
}

const recordOf = (duty: Duty, id: string): string => `${duty.object}.${duty.field}:${id}`;
const told = (context: Context, { refusal }: Extract<OperationResult, { ok: false }>) => ({
  code: refusal.code,
  errors:
    refusal.reasons.length > 0
      ? refusal.reasons.map((reason) => toItem(reason, context.language))
      : [{ code: refusal.code, message: say(refusal.text, context.language, refusal.params) }],
});

async function note(
  tx: Transaction,
  context: Context,
  job: string,
  done: number,
  refused: readonly { readonly record: string; readonly refused: object }[],
): Promise<void> {
  const run = await loadRun(tx, context, job, true);
  if (!run) throw new Ended("the job is gone");
  const table = systemTable(context.workspace, "job_item");
  if (refused.length > 0)
    await tx.query({
      text: `insert into ${table} (job, number, record, refused)
        select $1, coalesce((select max(number) from ${table} where job = $1), 0) + row_number() over (), n.record, n.refused from jsonb_to_recordset($2::jsonb) as n(record text, refused jsonb)`,
      values: [job, JSON.stringify(refused)],
    });
  await changeRun(tx, context, job, {
    done: run.done + done,
    refused: run.refused + refused.length,
    attempts: 0,
  });
}

/** The successor takes the leaver's place in teams, unless they are in the team already. */
async function handOverTeams(context: Context, { run, user, plan }: Leaving): Promise<void> {
  const table = tableOf(context.workspace, "team_member");
  const to = plan.objects?.["team_member"] ?? plan.to;
  const rows = await context.db.query<{ id: string; team: string; has: boolean }>({
    text: `select m.id, m.team, exists (select 1 from ${table} o where o.team = m.team and o."user" = $2 and o.deleted_at is null) as has
      from ${table} m where m."user" = $1 and m.deleted_at is null order by m.id limit 500`,
    values: [user, to],
  });
  const operations = rows.flatMap(({ id, team, has }): Operation[] => [
    deleting(teamMember, id),
    ...(has ? [] : [creating(teamMember, { team, user: to })]),
  ]);
  if (operations.length === 0) return;
  const cause = { object: "job", id: run.id, note: handoverTexts.cause[context.language] };
  await context.db.transaction(async (tx) => {
    await saveIn(tx, context, { operations, road: "bulk", mode: "each", cause });
  });
}

async function fail(context: Context, run: Run, code: string, text: Label): Promise<void> {
  const error = { code, message: say(text, run.language) };
  await context.db.transaction((tx) =>
    settleRun(tx, context, run.id, { status: "failed", error, finished_at: new Date().toISOString() }),
  );
}
