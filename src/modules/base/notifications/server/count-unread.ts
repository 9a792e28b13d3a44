import { type Context, statement } from "../../../../engine/public.ts";
import { integer } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const MOST = 100;
export const unreadOf = statement(
  { n: integer },
  ({ record }, owner: string | null) =>
    sql`select count(*)::int as n from (select from ${record("notification")} where owner = ${owner} and read_at is null and muted is not true and deleted_at is null limit ${MOST}) s`,
);
/** How many the caller has not read, up to 100. */
export async function count({ db, workspace, principal }: Context): Promise<number> {
  const [row] = await db.query(unreadOf(workspace, principal.id));
  return row?.n ?? 0;
}
