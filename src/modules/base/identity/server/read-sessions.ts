import { type Context, statement } from "../../../../engine/public.ts";
import { orNull, text, timestamptz, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { SessionAnswer } from "../shared/sessions.contract.ts";
import { IDLE } from "./authenticate.ts";

export interface WhoseSessions {
  /** Null: everybody's. */
  readonly user: string | null;
  /** A part of the person's name or login. */
  readonly named?: string | undefined;
  /** Of the last page: `nextOf` its last row. */
  readonly cursor?: string | undefined;
}
interface SessionPage {
  readonly data: readonly SessionAnswer[];
  readonly next: string | null;
}
const PAGE = 100;
/** Behind which session a page begins. */
interface Place {
  readonly at: string | null;
  readonly id: string | null;
}

export const sessionsOf = statement(
  {
    id: uuid,
    user: uuid,
    name: orNull(text),
    login: orNull(text),
    created_at: timestamptz,
    last_seen_at: timestamptz,
    expires_at: timestamptz,
    ip: orNull(text),
    user_agent: orNull(text),
    way: orNull(word<NonNullable<SessionAnswer["way"]>>()),
  },
  ({ system, record }, user: string | null, named: string | null, from: Place) =>
    sql`select s.id, s.user_id as user, u.name, u.login, s.created_at, s.last_seen_at, s.expires_at, s.ip, s.user_agent, s.way from ${system("session")} s
      left join ${record("user")} u on u.id = s.user_id
      where s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - ${IDLE} and (${user}::uuid is null or s.user_id = ${user})
        and (${named}::text is null or position(lower(${named}) in lower(u.name)) > 0 or position(lower(${named}) in lower(u.login)) > 0)
        and (${from.at}::timestamptz is null or (s.created_at, s.id) < (${from.at}, ${from.id}::uuid))
      order by s.created_at desc, s.id desc limit ${PAGE}`,
);

/** Sessions that are alive, the newest sign-in first. */
export async function readSessions(
  { db, workspace, principal }: Context,
  { user, named, cursor }: WhoseSessions,
): Promise<SessionPage> {
  const [at = null, id = null] = cursor?.split("~") ?? [];
  const from = { at, id };
  const rows = await db.query(sessionsOf(workspace, user, named?.trim() || null, from));
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return {
    data: rows.map((row) => ({ ...row, current: row.id === principal.credential })),
    next: last ? `${last.created_at}~${last.id}` : null,
  };
}
