import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";

/** Keeps a person's password hash; the one they had is gone. */
export async function storePassword(
  db: Executor,
  workspace: Workspace,
  userId: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await db.query({
    text: `insert into ${systemTable(workspace, "credential")} (user_id, hash, must_change) values ($1, $2, $3)
      on conflict (user_id) do update set hash = excluded.hash, must_change = excluded.must_change, changed_at = now()`,
    values: [userId, hash, mustChange],
  });
}

export async function passwordHashOf(
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<string | null> {
  const [row] = await db.query<{ hash: string }>({
    text: `select hash from ${systemTable(workspace, "credential")} where user_id = $1`,
    values: [userId],
  });
  return row?.hash ?? null;
}
