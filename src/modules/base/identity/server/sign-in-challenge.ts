import { type Workspace, systemTable, tableOf } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { hashToken, newToken } from "./tokens.ts";

const MINUTES = 10;
const MOST_TRIES = 5;
export interface Challenged {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  /** The code is the first one of a secret that this sign-in has just offered. */
  readonly setsUp: boolean;
}

/**
 * Notes that a person's password was right and a code is still missing. The token is worth nothing without
 * the code.
 */
export async function startChallenge(
  db: Executor,
  workspace: Workspace,
  userId: string,
  setsUp: boolean,
): Promise<string> {
  const table = systemTable(workspace, "sign_in_challenge");
  const { text, hash } = newToken("invitation", workspace.code);
  await db.query({
    text: `delete from ${table} where expires_at < now() or (user_id = $1 and sets_up)`,
    values: [userId],
  });
  await db.query({
    text: `insert into ${table} (token_hash, user_id, sets_up, expires_at) values ($1, $2, $3, now() + interval '${MINUTES} minutes')`,
    values: [hash, userId, setsUp],
  });
  return text;
}

/**
 * Counts a try of this challenge; null when it is unknown, spent, expired, or its person or password has
 * changed.
 */
export async function tryChallenge(
  db: Executor,
  workspace: Workspace,
  token: string,
): Promise<Challenged | null> {
  const [row] = await db.query<Challenged>({
    text: `update ${systemTable(workspace, "sign_in_challenge")} ch set tries = ch.tries + 1 from ${tableOf(workspace, "user")} u, ${systemTable(workspace, "credential")} c
      where ch.token_hash = $1 and ch.expires_at > now() and ch.tries < ${MOST_TRIES} and u.id = ch.user_id and u.deleted_at is null and u.active is not false
        and u.login is not null and c.user_id = u.id and c.changed_at <= ch.created_at returning u.id, u.name, u.login, ch.sets_up as "setsUp"`,
    values: [hashToken(token)],
  });
  return row ?? null;
}

/** Spends a challenge; false when another request was faster. */
export async function spendChallenge(db: Executor, workspace: Workspace, token: string): Promise<boolean> {
  const rows = await db.query({
    text: `delete from ${systemTable(workspace, "sign_in_challenge")} where token_hash = $1 returning 1`,
    values: [hashToken(token)],
  });
  return rows.length > 0;
}
