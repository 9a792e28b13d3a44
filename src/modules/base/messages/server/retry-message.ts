import {
  type Context,
  type Result,
  accept,
  asProgram,
  isUuid,
  saveIn,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { boolean, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { message } from "./message.object.ts";
import { isRepeatable } from "./read-messages.ts";
import { clearRefused } from "./refused-addresses.ts";
import { refuseWith } from "./refuse.ts";
import { queueMessages } from "./write-messages.ts";
import type { MessageChannel } from "../shared/message-options.ts";

export const messageToRepeat = statement(
  {
    event: orNull(text),
    channel: orNull(text),
    status: orNull(text),
    to: orNull(text),
    person: orNull(uuid),
    robot: orNull(uuid),
    has_content: boolean,
  },
  ({ record, system }, id: string) =>
    sql`select event, channel, status, "to", person, robot,
  exists (select from ${system("message_content")} c where c.message = m.id) or exists (select from ${system("message_line")} l where l.message = m.id) as has_content
from ${record("message")} m where id = ${id} and deleted_at is null for update`,
);

/** Puts a message that has failed or was not sent into the queue again, in the name of whoever asks. */
export function retry(context: Context, id: string): Promise<Result<MessageChannel>> {
  const { db, workspace, now, principal } = context;
  return db.transaction(async (tx): Promise<Result<MessageChannel>> => {
    const [found] = isUuid(id) ? await tx.query(messageToRepeat(workspace, id)) : [];
    if (!found) return refuseWith(404, "message_missing");
    const { event, channel, status, to, person, robot, has_content } = found;
    if (!isRepeatable(status) || channel === "bell") return refuseWith(409, "not_repeatable");
    if (!has_content) return refuseWith(409, "content_gone");
    const acting = asProgram(context, "a message is sent again", principal.id);
    const { saved } = await saveIn(tx, acting, {
      operations: [updating(message, id, { status: "queued", why: null, error: null, tries: 0 })],
      road: "form",
      mode: "all",
    });
    if (!saved) throw new Error("a message could not be queued again");
    if (to) await clearRefused(tx, context, to);
    const queued = {
      id,
      channel: channel as MessageChannel,
      person,
      robot,
      event: event ?? "",
      dueAt: now,
    };
    await tx.query(queueMessages(workspace, [queued], now));
    return accept(queued.channel);
  });
}
