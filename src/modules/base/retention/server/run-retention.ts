import { type Context, type LogPass, statement, systemTable } from "../../../../engine/public.ts";
import { sure, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { dayIn, wallTime } from "../../../../shared/time/zone.ts";
import { logAccess } from "../../identity/public.ts";
import { daysOf, momentBefore, readState, type RetentionState, retentionsOf } from "./keep-days.ts";

const LIMIT = 500;
/** In the company's zone: people sleep. */
const FROM_HOUR = 2;
const LOOK_EVERY_MS = 60_000;
const nextLook = new Map<string, number>();

/**
 * Once a day, at night, takes away in small batches what was kept long enough. Whatever kills it, the next
 * pass goes on.
 */
export const retentionPass: LogPass = async (context) => {
  const { schema } = context.workspace;
  if (Date.now() < (nextLook.get(schema) ?? 0)) return false;
  const hour = Number(wallTime(context.company.zone, context.now).slice(11, 13));
  const state = await readState(context.db, context);
  const isDue =
    state.run !== null || (hour >= FROM_HOUR && state.run_day !== dayIn(context.company.zone, context.now));
  // What fails is tried again in a minute, not at once and for ever.
  nextLook.set(schema, Date.now() + LOOK_EVERY_MS);
  const hasMore = isDue && (await stepRetention(context, state));
  if (hasMore) nextLook.delete(schema);
  return hasMore;
};

/** Begins the run of the day or takes its next batch; false when the run is done. */
export async function stepRetention(context: Context, given?: RetentionState): Promise<boolean> {
  const state = given ?? (await readState(context.db, context));
  const run = state.run ?? (await begin(context, state));
  const removed = state.run === null ? {} : state.removed;
  for (const kind of retentionsOf(context)) {
    const days = daysOf(kind, state.days);
    if (days === null) continue;
    const count = await kind.take(context, { before: momentBefore(context, days), limit: LIMIT, run });
    if (count === 0) continue;
    const next = { ...removed, [kind.name]: (removed[kind.name] ?? 0) + count };
    await context.db.query({
      text: `update ${systemTable(context.workspace, "retention")} set removed = $1`,
      values: [JSON.stringify(next)],
    });
    return true;
  }
  await end(context, run, removed);
  return false;
}

export const beginRun = statement(
  { run: sure(uuid) },
  ({ system }, day: string) =>
    sql`update ${system("retention")} set run = gen_random_uuid(), run_day = ${day}, removed = '{}' returning run`,
);

/**
 * The log tells of the run before it takes anything: what is emptied under a name that the log does not know
 * counts as tampered with.
 */
async function begin(context: Context, { days }: RetentionState): Promise<string> {
  const { db, workspace, company, now } = context;
  return db.transaction(async (tx) => {
    const [row] = await tx.query(beginRun(workspace, dayIn(company.zone, now)));
    if (!row) throw new Error("the settings of retention are gone");
    const periods = Object.fromEntries(retentionsOf(context).map((kind) => [kind.name, daysOf(kind, days)]));
    await logAccess(tx, workspace, { kind: "retention", detail: { run: row.run, ...periods } });
    return row.run;
  });
}

async function end(
  { db, workspace }: Context,
  run: string,
  removed: Readonly<Record<string, number>>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query({
      text: `update ${systemTable(workspace, "retention")} set run = null, removed = $1, done_at = now()`,
      values: [JSON.stringify(removed)],
    });
    await logAccess(tx, workspace, { kind: "retention_done", detail: { run, ...removed } });
  });
}
