import { type Context, type LogPass, systemTable, tableOf } from "../../../../../engine/public.ts";
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

interface DigestState {
  readonly day: string | null;
  readonly after: string | null;
}

/** Tells the next people of today; false when it is not the time, or everybody is told. */
export async function stepStalledDigest(context: Context): Promise<boolean> {
  const { db, workspace, company, now } = context;
  const today = dayIn(company.zone, now);
  const [state] = await db.query<DigestState>({
    text: `select day::text as day, after from ${systemTable(workspace, "stalled_digest")}`,
  });
  if (!state || (state.day === today && state.after === null)) return false;
  if (state.day !== today && !(await isDue(context, today))) return false;
  const readers = await nextReaders(context, state.day === today ? (state.after ?? FIRST) : FIRST);
  const failures: unknown[] = [];
  for (const reader of readers)
    await tellOfStalled(context, reader, today).catch((error: unknown) => failures.push(error));
  const last = readers.length < BATCH ? null : (readers.at(-1)?.id ?? null);
  await db.query({
    text: `update ${systemTable(workspace, "stalled_digest")} set day = $1, after = $2`,
    values: [today, last],
  });
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
const nextReaders = ({ db, workspace }: Context, after: string): Promise<readonly Reader[]> =>
  db.query<Reader>({
    text: `select u.id, exists (select 1 from ${tableOf(workspace, "department")} d where d.head = u.id and d.deleted_at is null) as heads
from ${tableOf(workspace, "user")} u where u.id > $1::uuid and u.deleted_at is null and u.active is not false and ${wantsNotice(workspace, "u", "stalled")}
  and exists (select 1 from ${tableOf(workspace, "user_role")} r where r."user" = u.id and r.deleted_at is null)
order by u.id limit ${BATCH}`,
    values: [after],
  });
