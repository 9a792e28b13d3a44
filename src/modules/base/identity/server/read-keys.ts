import { type Context, statement } from "../../../../engine/public.ts";
import type { ApiKeyAnswer } from "../shared/api-keys.contract.ts";
import type { WhoseSessions } from "./read-sessions.ts";
import { json, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const MOST = 500;

/** Keys that were not revoked, the newest first. */
export const readKeys = (
  { db, workspace }: Context,
  { user, named }: WhoseSessions,
): Promise<readonly ApiKeyAnswer[]> => db.query(keysOf(workspace, user, named?.trim() || null));
export const keysOf = statement(
  {
    id: uuid,
    name: text,
    hint: text,
    user: uuid,
    person: orNull(text),
    login: orNull(text),
    role: orNull(text),
    role_label: orNull(json<NonNullable<ApiKeyAnswer["role_label"]>>()),
    created_at: timestamptz,
    expires_at: orNull(timestamptz),
    last_used_at: orNull(timestamptz),
  },
  ({ system, record }, user: string | null, named: string | null) =>
    sql`select k.id, k.name, k.hint, k.user_id as user, u.name as person, u.login, r.name as role, r.label as role_label, k.created_at, k.expires_at, k.last_used_at
      from ${system("api_key")} k left join ${record("role")} r on r.id = k.role_id left join ${record("user")} u on u.id = k.user_id
      where k.revoked_at is null and (${user}::uuid is null or k.user_id = ${user})
        and (${named}::text is null or position(lower(${named}) in lower(u.name)) > 0 or position(lower(${named}) in lower(u.login)) > 0 or position(lower(${named}) in lower(k.name)) > 0)
      order by k.created_at desc limit ${MOST}`,
);
