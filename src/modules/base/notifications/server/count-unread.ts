import { type Context, tableOf } from "../../../../engine/public.ts";

const MOST = 100;
/** How many the caller has not read, up to 100. */
export async function count({ db, workspace, principal }: Context): Promise<number> {
  const [row] = await db.query<{ n: number }>({
    text: `select count(*)::int as n from (select from ${tableOf(workspace, "notification")} where owner = $1 and read_at is null and deleted_at is null limit ${MOST}) s`,
    values: [principal.id],
  });
  return row?.n ?? 0;
}
