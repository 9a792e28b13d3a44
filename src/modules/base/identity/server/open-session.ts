import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";
import type { SessionWay } from "../shared/sessions.contract.ts";
import { ABSOLUTE_DAYS } from "./authenticate.ts";
import { hashToken, newToken } from "./tokens.ts";

export interface NewSession {
  readonly userId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly way: SessionWay;
  /** The session that this browser had: it ends, so that nobody's old token outlives a sign-in. */
  readonly replaces?: string | undefined;
}

/** Makes a session; the token is given to the browser and only its hash kept. */
export async function openSession(
  db: Executor,
  workspace: Workspace,
  session: NewSession,
): Promise<{ readonly id: string; readonly token: string }> {
  const { userId, ip, userAgent, way, replaces } = session;
  const table = systemTable(workspace, "session");
  if (replaces)
    await db.query({
      text: `update ${table} set ended_at = now() where token_hash = $1 and ended_at is null`,
      values: [hashToken(replaces)],
    });
  const { text, hash } = newToken("session", workspace.code);
  const [row] = await db.query<{ id: string }>({
    text: `insert into ${table} (token_hash, user_id, expires_at, ip, user_agent, way) values ($1, $2, now() + interval '${ABSOLUTE_DAYS} days', $3, $4, $5) returning id`,
    values: [hash, userId, ip, userAgent, way],
  });
  if (!row) throw new Error("no session was made");
  return { id: row.id, token: text };
}

/** Ends sessions of a person, all but `except`. Returns how many. */
export async function endSessions(
  db: Executor,
  workspace: Workspace,
  userId: string,
  except: string | null = null,
): Promise<number> {
  const rows = await db.query({
    text: `update ${systemTable(workspace, "session")} set ended_at = now() where user_id = $1 and ended_at is null and id is distinct from $2 returning id`,
    values: [userId, except],
  });
  return rows.length;
}
