import { type Context, systemTable, tableOf } from "../../../../engine/public.ts";
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

/** Sessions that are alive, the newest sign-in first. */
export async function readSessions(
  { db, workspace, principal }: Context,
  { user, named, cursor }: WhoseSessions,
): Promise<SessionPage> {
  const [at = null, id = null] = cursor?.split("~") ?? [];
  const rows = await db.query<Omit<SessionAnswer, "current">>({
    text: `select s.id, s.user_id as user, u.name, u.login, s.created_at, s.last_seen_at, s.expires_at, s.ip, s.user_agent, s.way from ${systemTable(workspace, "session")} s
      left join ${tableOf(workspace, "user")} u on u.id = s.user_id
      where s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '${IDLE}' and ($1::uuid is null or s.user_id = $1)
        and ($2::text is null or position(lower($2) in lower(u.name)) > 0 or position(lower($2) in lower(u.login)) > 0) and ($3::timestamptz is null or (s.created_at, s.id) < ($3, $4::uuid))
      order by s.created_at desc, s.id desc limit ${PAGE}`,
    values: [user, named?.trim() || null, at, id],
  });
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return {
    data: rows.map((row) => ({ ...row, current: row.id === principal.credential })),
    next: last ? `${last.created_at}~${last.id}` : null,
  };
}
