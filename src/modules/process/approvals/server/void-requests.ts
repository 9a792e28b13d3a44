import { type Context, elevate, statement } from "../../../../engine/public.ts";
import { sure, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { retryDeadlock } from "../../../../platform/db/retry-deadlock.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { settle } from "./decide-approval.ts";
import { readRequests } from "./read-requests.ts";

/**
 * Closes what still waits for records that moved on by another road. A request that is being decided
 * meanwhile is left to who decides.
 */
export async function voidRequests(
  context: Context,
  handler: string,
  records: readonly string[],
): Promise<void> {
  for (const record of await waitingFor(context, handler, records))
    await retryDeadlock(() => voidOf(context, handler, record));
}

const voidOf = (context: Context, handler: string, record: string): Promise<unknown> =>
  context.db.transaction(async (tx) => {
    const whole = elevate(context, "requests for a moved record are void, whoever moved it");
    const open = (await readRequests(tx, whole, { record })).filter(
      (row) => row.status === "waiting" && row.handler === handler,
    );
    for (const { id, batch } of open) {
      await tx.query({
        text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
        values: [`approvals ${batch}`],
      });
      const [row] = await readRequests(tx, whole, { id, lock: true });
      const reasons = [{ code: "moved_since", text: { ...approvalMessages.moved_on } }];
      if (row?.status === "waiting")
        await settle(tx, context, "rule", row, { status: "void", decided_at: context.now, reasons });
    }
    return { ok: true };
  });

/**
 * The records that a request waits for, in the order in which they were given: few, and it is asked of all
 * that move.
 */
export const waitedFor = statement(
  { record: sure(uuid) },
  ({ record }, handler: string, records: readonly string[]) =>
    sql`select distinct regarding as record from ${record("approval_request")} where regarding = any(${records}::uuid[]) and handler = ${handler}::text and status = 'waiting' and deleted_at is null`,
  { name: "waiting" },
);
async function waitingFor(
  { db, workspace }: Context,
  handler: string,
  records: readonly string[],
): Promise<readonly string[]> {
  if (records.length === 0) return [];
  const rows = await db.query(waitedFor(workspace, handler, records));
  const waiting = new Set(rows.map(({ record }) => record));
  return [...new Set(records)].filter((record) => waiting.has(record));
}
