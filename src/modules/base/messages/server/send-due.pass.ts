import { type LogPass, statement } from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** The name of the work in the queue. */
export const SEND = "messages.send";
const LOOK_EVERY_MS = 1000;
const nextLook = new Map<string, number>();

export const channelsDue = statement(
  { channel: text },
  ({ system }, now: string) =>
    sql`select distinct channel from ${system("message_queue")} where due_at <= ${now} and (claimed_until is null or claimed_until < ${now})`,
);

/**
 * Sees to it that somebody sends what is due. It looks at the table itself and not at who has written to it, so
 * that nothing waits for ever, whatever has died; sending is work of the queue, so that a slow server holds up
 * no reader of the log.
 */
export const sendDuePass: LogPass = async ({ db, workspace, services }) => {
  if (Date.now() < (nextLook.get(workspace.schema) ?? 0)) return false;
  nextLook.set(workspace.schema, Date.now() + LOOK_EVERY_MS);
  for (const { channel } of await db.query(channelsDue(workspace, new Date().toISOString())))
    await services.jobs.enqueue(SEND, { channel }, { key: `${SEND}:${channel}`, unlessThere: true });
  return false;
};
