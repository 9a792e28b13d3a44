import {
  type Context,
  type LogPass,
  answering,
  command,
  statement,
  tablesOf,
} from "../../../../../engine/public.ts";
import { boolean, date, orNull, uuid } from "../../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../../platform/db/sql.ts";
import { dayIn, wallTime } from "../../../../../shared/time/zone.ts";
import { digestSettings, wantsNotice } from "../../../../base/identity/public.ts";
import { type Reader, tellOfStalled } from "./tell-of-stalled.ts";

const LOOK_EVERY_MS = 30_000;
/** People of one pass, so that the log's readers never wait long for it. */
const BATCH = 20;
const FIRST = "00000000-0000-0000-0000-000000000000";
const nextLook = new Map<string, number>();

/**
 * Each working day at the time that the company set, tells people which deals stand still. What a kill
 * interrupts goes on behind the last one told.
 */
export const stalledDigestPass: LogPass = async (context) => {
  const { schema } = context.workspace;
  if (Date.now() < (nextLook.get(schema) ?? 0)) return false;
  // What fails is tried again at the next look, not at once and for ever.
  nextLook.set(schema, Date.now() + LOOK_EVERY_MS);
  const hasMore = await stepStalledDigest(context);
  if (hasMore) nextLook.delete(schema);
  return hasMore;
};

export const digestState = statement(
  { day: orNull(date), after: orNull(uuid) },
  ({ system }) => sql`select day, after from ${system("stalled_digest")}`,
);
export const noteTold = command(
  ({ system }, day: string, after: string | null) =>
    sql`update ${system("stalled_digest")} set day = ${day}, after = ${after}`,
);

/** Tells the next people of today; false when it is not the time, or everybody is told. */
export async function stepStalledDigest(context: Context): Promise<boolean> {
  const { db, workspace, company, now } = context;
  const today = dayIn(company.zone, now);
  const [state] = await db.query(digestState(workspace));
  if (!state || (state.day === today && state.after === null)) return false;
  if (state.day !== today && !(await isDue(context, today))) return false;
  const readers = await nextReaders(context, state.day === today ? (state.after ?? FIRST) : FIRST);
  const failures: unknown[] = [];
  for (const reader of readers)
    await tellOfStalled(context, reader, today).catch((error: unknown) => failures.push(error));
  const last = readers.length < BATCH ? null : (readers.at(-1)?.id ?? null);
  await db.query(noteTold(workspace, today, last));
  // One who cannot be told holds up nobody behind them.
  if (failures.length > 0) throw failures[0];
  return last !== null;
}

async function isDue({ db, workspace, company, now }: Context, today: string): Promise<boolean> {
  if (!company.calendar.isWorkingDay(today)) return false;
  const { on, at } = await digestSettings(db, workspace);
  return on && wallTime(company.zone, now).slice(11, 16) >= at;
}

/** Those with a role who have not switched it off, in the order of their ids. */
function nextReaders({ db, workspace }: Context, after: string): Promise<readonly Reader[]> {
  const { record } = tablesOf(workspace);
  const wants = spelled(wantsNotice(workspace, "u", "stalled"));
  return db.query(
    answering(
      { id: uuid, heads: boolean },
      sql`select u.id, exists (select 1 from ${record("department")} d where d.head = u.id and d.deleted_at is null) as heads
from ${record("user")} u where u.id > ${after}::uuid and u.deleted_at is null and u.active is not false and ${wants}
  and exists (select 1 from ${record("user_role")} r where r."user" = u.id and r.deleted_at is null)
order by u.id limit ${BATCH}`,
    ),
  );
}
