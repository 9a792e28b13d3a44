import {
  type Context,
  type Result,
  accept,
  command,
  refuse,
  serve,
  statement,
} from "../../../../engine/public.ts";
import { json } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { logAccess, originOf } from "../../identity/public.ts";
import { retentionMessages } from "../shared/messages.ts";
import {
  changeRetention,
  previewRetention,
  readRetention,
  type RetentionDays,
  type RetentionState,
} from "../shared/retention.contract.ts";
import { daysOf, momentBefore, readState, retentionsOf, whyNotDays } from "./keep-days.ts";

const serving = { ability: "security.manage" } as const;

/** Refused where a period is for nothing that is kept, or shorter than it may be. */
function checkDays(context: Context, days: RetentionDays): Result<null> {
  const reasons = whyNotDays(context, days);
  return reasons.length > 0
    ? refuse({ status: 422, code: "bad_retention", text: retentionMessages.bad_retention, reasons })
    : accept(null);
}

async function stateOf(context: Context): Promise<RetentionState> {
  const { days, done_at, removed, run } = await readState(context.db, context);
  const kinds = retentionsOf(context).map((kind) => {
    const { name, label: title, description, least } = kind;
    return { name, label: title, description, least, days: daysOf(kind, days) };
  });
  return { kinds, last: done_at && run === null ? { at: done_at, removed } : null };
}

/** Counts by the given periods, one kind after the other. */
async function countRemovals(context: Context, days: RetentionDays): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of retentionsOf(context)) {
    const period = days[kind.name];
    if (typeof period === "number")
      counts[kind.name] = await kind.count(context, momentBefore(context, period));
  }
  return counts;
}

export const lockDays = statement(
  { days: json<RetentionDays>() },
  ({ system }) => sql`select days from ${system("retention")} for update`,
);
export const keepDays = command(
  ({ system }, days: RetentionDays) =>
    sql`update ${system("retention")} set days = days || ${JSON.stringify(days)}::jsonb`,
);

/** Keeps the periods, and in the access log what they were. */
async function storeDays(
  { db, workspace, principal }: Context,
  days: RetentionDays,
  origin: ReturnType<typeof originOf>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx.query(lockDays(workspace));
    await tx.query(keepDays(workspace, days));
    const detail = {
      before: JSON.stringify({ retention: before?.days ?? {} }),
      after: JSON.stringify({ retention: days }),
    };
    const credential = principal.credential ?? null;
    await logAccess(tx, workspace, {
      kind: "security_changed",
      user: principal.id,
      credential,
      ...origin,
      detail,
    });
  });
}

export const retentionRoutes = [
  serve(readRetention, serving, async (context) => accept({ data: await stateOf(context) })),
  serve(previewRetention, { ...serving, reads: true, longest: 60_000 }, async (context, { body }) => {
    const checked = checkDays(context, body.days);
    return checked.ok ? accept({ data: await countRemovals(context, body.days) }) : checked;
  }),
  serve(changeRetention, serving, async (context, { body, request }) => {
    const checked = checkDays(context, body.days);
    if (!checked.ok) return checked;
    await storeDays(context, body.days, originOf(request));
    return accept({ data: await stateOf(context) });
  }),
];
