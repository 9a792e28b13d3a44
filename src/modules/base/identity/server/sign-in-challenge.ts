import { type Workspace, command, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { hashToken, newToken } from "./tokens.ts";
import { boolean, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

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
  const { text, hash } = newToken("invitation", workspace.code);
  await db.query(dropChallenges(workspace, userId));
  await db.query(addChallenge(workspace, hash, userId, setsUp));
  return text;
}

export const dropChallenges = command(
  ({ system }, user: string) =>
    sql`delete from ${system("sign_in_challenge")} where expires_at < now() or (user_id = ${user} and sets_up)`,
);
export const addChallenge = command(
  ({ system }, hash: Buffer, user: string, setsUp: boolean) =>
    sql`insert into ${system("sign_in_challenge")} (token_hash, user_id, sets_up, expires_at) values (${hash}, ${user}, ${setsUp}, now() + make_interval(mins => ${MINUTES}))`,
);
export const countTry = statement(
  { id: uuid, name: sure(text), login: sure(text), setsUp: boolean },
  ({ system, record }, hash: Buffer) =>
    sql`update ${system("sign_in_challenge")} ch set tries = ch.tries + 1 from ${record("user")} u, ${system("credential")} c
      where ch.token_hash = ${hash} and ch.expires_at > now() and ch.tries < ${MOST_TRIES} and u.id = ch.user_id and u.deleted_at is null and u.active is not false
        and u.login is not null and c.user_id = u.id and c.changed_at <= ch.created_at returning u.id, u.name, u.login, ch.sets_up as "setsUp"`,
);
export const dropChallenge = statement(
  { user_id: uuid },
  ({ system }, hash: Buffer) =>
    sql`delete from ${system("sign_in_challenge")} where token_hash = ${hash} returning user_id`,
);

/**
 * Counts a try of this challenge; null when it is unknown, spent, expired, or its person or password has
 * changed.
 */
export async function tryChallenge(
  db: Executor,
  workspace: Workspace,
  token: string,
): Promise<Challenged | null> {
  const [row] = await db.query(countTry(workspace, hashToken(token)));
  return row ?? null;
}

/** Spends a challenge; false when another request was faster. */
export async function spendChallenge(db: Executor, workspace: Workspace, token: string): Promise<boolean> {
  const rows = await db.query(dropChallenge(workspace, hashToken(token)));
  return rows.length > 0;
}
