import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, command, statement } from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** Keeps a person's password hash; the one they had is gone. */
export async function storePassword(
  db: Executor,
  workspace: Workspace,
  userId: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await db.query(keepHash(workspace, userId, hash, mustChange));
}
export const keepHash = command(
  ({ system }, user: string, hash: string, mustChange: boolean) =>
    sql`insert into ${system("credential")} (user_id, hash, must_change) values (${user}, ${hash}, ${mustChange})
      on conflict (user_id) do update set hash = excluded.hash, must_change = excluded.must_change, changed_at = now()`,
);
export const storedPassword = statement(
  { hash: text },
  ({ system }, user: string) => sql`select hash from ${system("credential")} where user_id = ${user}`,
);

export async function passwordHashOf(
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<string | null> {
  const [row] = await db.query(storedPassword(workspace, userId));
  return row?.hash ?? null;
}
