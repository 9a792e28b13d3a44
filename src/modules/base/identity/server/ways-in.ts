import { type Tables, statement } from "../../../../engine/public.ts";
import { orNull, timestamptz, uuid, word } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import type { WayIn } from "../shared/people.contract.ts";

/**
 * How each of these people comes in. A password, a company account or a session shows that somebody can; an
 * invitation counts as long as there is none of them.
 */
const ways = ({ system, record }: Tables, ids: readonly string[] | null): Sql =>
  sql`select u.id, i.invited_until, s.seen_at, case
      when u.active is false then 'inactive'
      when u.login is not null and (s.seen_at is not null
        or exists (select from ${system("credential")} c where c.user_id = u.id)
        or exists (select from ${system("oidc_binding")} b where b.user_id = u.id)) then 'enabled'
      when u.login is not null and i.invited_until > now() then 'invited' else 'none' end as state
    from ${record("user")} u
    left join lateral (select max(expires_at) as invited_until from ${system("invitation")}
      where user_id = u.id and used_at is null) i on true
    left join lateral (select max(last_seen_at) as seen_at from ${system("session")} where user_id = u.id) s on true
    where u.deleted_at is null and (${ids}::uuid[] is null or u.id = any(${ids}::uuid[]))`;

export const waysIn = statement(
  { id: uuid, state: word<WayIn>(), invited_until: orNull(timestamptz), seen_at: orNull(timestamptz) },
  (tables, ids: readonly string[]) =>
    sql`select w.id, w.state, w.invited_until, w.seen_at from (${ways(tables, ids)}) w`,
);
export const peopleInState = statement(
  { id: uuid },
  (tables, state: WayIn) => sql`select w.id from (${ways(tables, null)}) w where w.state = ${state}`,
);
