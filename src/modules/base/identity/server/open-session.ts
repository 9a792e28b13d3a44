import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, command, statement } from "../../../../engine/public.ts";
import type { SessionWay } from "../shared/sessions.contract.ts";
import { ABSOLUTE_DAYS } from "./authenticate.ts";
import { hashToken, newToken } from "./tokens.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

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
  if (replaces) await db.query(endSession(workspace, hashToken(replaces)));
  const { text, hash } = newToken("session", workspace.code);
  const [row] = await db.query(addSession(workspace, hash, { userId, ip, userAgent, way }));
  if (!row) throw new Error("no session was made");
  return { id: row.id, token: text };
}

export const endSession = command(
  ({ system }, hash: Buffer) =>
    sql`update ${system("session")} set ended_at = now() where token_hash = ${hash} and ended_at is null`,
);
export const addSession = statement(
  { id: uuid },
  ({ system }, hash: Buffer, { userId, ip, userAgent, way }: Omit<NewSession, "replaces">) =>
    sql`insert into ${system("session")} (token_hash, user_id, expires_at, ip, user_agent, way) values (${hash}, ${userId}, now() + make_interval(days => ${ABSOLUTE_DAYS}), ${ip}, ${userAgent}, ${way}) returning id`,
);
export const endSessionsOf = statement(
  { id: uuid },
  ({ system }, user: string, except: string | null) =>
    sql`update ${system("session")} set ended_at = now() where user_id = ${user} and ended_at is null and id is distinct from ${except} returning id`,
);

/** Ends sessions of a person, all but `except`. Returns how many. */
export async function endSessions(
  db: Executor,
  workspace: Workspace,
  userId: string,
  except: string | null = null,
): Promise<number> {
  const rows = await db.query(endSessionsOf(workspace, userId, except));
  return rows.length;
}
