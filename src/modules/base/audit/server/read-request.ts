import { type Context, statement } from "../../../../engine/public.ts";
import { boolean, orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { NOTHING, type Sql, sql } from "../../../../platform/db/sql.ts";

/** A request to erase, as it stands. */
const request = {
  id: uuid,
  subject: sure(uuid),
  subject__object: sure(text),
  attachments: orNull(boolean),
  status: orNull(text),
  created_by: orNull(uuid),
};
export const requestOf = statement(
  request,
  ({ record }, id: string, lock: Sql = NOTHING) =>
    sql`select id, subject, subject__object, attachments, status, created_by from ${record("erasure_request")} where id = ${id} and deleted_at is null${lock}`,
);
const LOCKED = sql` for update`;

export async function readRequest(
  db: Executor,
  { workspace }: Context,
  id: string,
  lock = false,
): Promise<RowOf<typeof request> | undefined> {
  const [row] = await db.query(requestOf(workspace, id, lock ? LOCKED : NOTHING));
  return row;
}
