import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";

/** Revokes all API keys of a person. Returns how many. */
export async function revokeKeys(db: Executor, workspace: Workspace, userId: string): Promise<number> {
  const rows = await db.query({
    text: `update ${systemTable(workspace, "api_key")} set revoked_at = now() where user_id = $1 and revoked_at is null returning id`,
    values: [userId],
  });
  return rows.length;
}
