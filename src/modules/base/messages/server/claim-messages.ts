import { type Context, command, statement } from "../../../../engine/public.ts";
import { integer, orNull, type RowOf, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { afterSeconds } from "./pauses.ts";

const claimedColumns = {
  id: uuid,
  target: orNull(uuid),
  event: text,
  first_at: timestamptz,
  tries: integer,
  answer: orNull(text),
};
export type Claimed = RowOf<typeof claimedColumns>;

/** Longer than the slowest server keeps the messages of one batch waiting. */
const CLAIM_SECONDS = 240;

export const claimDue = statement(
  claimedColumns,
  ({ system }, channel: string, now: string, until: string, limit: number) =>
    sql`update ${system("message_queue")} q set claimed_until = ${until}, tries = q.tries + case when q.answer is null then 1 else 0 end
from (select id from ${system("message_queue")} where channel = ${channel} and due_at <= ${now} and (claimed_until is null or claimed_until < ${now}) order by due_at, id limit ${limit} for update skip locked) d
where q.id = d.id returning q.id, q.target, q.event, q.first_at, q.tries, q.answer`,
);

/** The next messages of a channel that are due, for nobody else until they are marked or minutes have passed. */
export const claimMessages = (
  { db, workspace }: Context,
  channel: string,
  now: string,
  limit: number,
): Promise<readonly Claimed[]> =>
  db.query(claimDue(workspace, channel, now, afterSeconds(now, CLAIM_SECONDS), limit));

export const noteTaken = command(
  ({ system }, id: string, answer: string) =>
    sql`update ${system("message_queue")} set answer = ${answer} where id = ${id}`,
);
/**
 * The other side has taken it: from here on it is not sent again, whatever dies. Between its answer and this note
 * lies the one moment in which a death makes a repeat.
 */
export const markTaken = ({ db, workspace }: Context, { id }: Claimed, answer: string): Promise<unknown> =>
  db.query(noteTaken(workspace, id, answer));
