import { type Context, systemTable, tableOf } from "../../../../engine/public.ts";
import type { ApiKeyAnswer } from "../shared/api-keys.contract.ts";
import type { WhoseSessions } from "./read-sessions.ts";

const MOST = 500;

/** Keys that were not revoked, the newest first. */
export const readKeys = (
  { db, workspace }: Context,
  { user, named }: WhoseSessions,
): Promise<readonly ApiKeyAnswer[]> =>
  db.query<ApiKeyAnswer>({
    text: `select k.id, k.name, k.hint, k.user_id as user, u.name as person, u.login, r.name as role, r.label as role_label, k.created_at, k.expires_at, k.last_used_at
      from ${systemTable(workspace, "api_key")} k left join ${tableOf(workspace, "role")} r on r.id = k.role_id left join ${tableOf(workspace, "user")} u on u.id = k.user_id
      where k.revoked_at is null and ($1::uuid is null or k.user_id = $1)
        and ($2::text is null or position(lower($2) in lower(u.name)) > 0 or position(lower($2) in lower(u.login)) > 0 or position(lower($2) in lower(k.name)) > 0)
      order by k.created_at desc limit ${MOST}`,
    values: [user, named?.trim() || null],
  });
