import type { Context } from "../../../../engine/context.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { retryDeadlock } from "../../../../platform/db/retry-deadlock.ts";
import { asSystem } from "../../../base/identity/public.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { settle } from "./decide-approval.ts";
import { readRequests } from "./read-requests.ts";

/**
 * Closes what still waits for a record that moved on by another road. A request that is being decided
 * meanwhile is left to who decides.
 */
export async function voidRequests(context: Context, handler: string, record: string): Promise<void> {
  if (!(await someWait(context, handler, record))) return;
  await retryDeadlock(() =>
    context.db.transaction(async (tx) => {
      const open = (await readRequests(tx, asSystem(context), { record })).filter(
        (row) => row.status === "waiting" && row.handler === handler,
      );
      for (const { id, batch } of open) {
        await tx.query({
          text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
          values: [`approvals ${batch}`],
        });
        const [row] = await readRequests(tx, asSystem(context), { id, lock: true });
        const reasons = [{ code: "moved_since", text: { ...approvalMessages.moved_on } }];
        if (row?.status === "waiting")
          await settle(tx, context, "rule", row, { status: "void", decided_at: context.now, reasons });
      }
      return { ok: true };
    }),
  );
}

/** Most records have none: that is asked of every record that moves. */
async function someWait({ db, workspace }: Context, handler: string, record: string): Promise<boolean> {
  const [row] = await db.query<{ some: boolean }>({
    name: "waiting",
    text: `select exists (select from ${tableOf(workspace, "approval_request")} where regarding = $1::uuid and handler = $2::text and status = 'waiting' and deleted_at is null) as some`,
    values: [record, handler],
  });
  return row?.some === true;
}
