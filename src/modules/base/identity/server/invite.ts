import { type Context, command, statement } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { hashToken, newToken, workspaceOfToken } from "./tokens.ts";
import { sure, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const VALID_DAYS = 7;

export interface Invited {
  readonly userId: string;
  readonly name: string;
  readonly login: string;
}

/**
 * A link that lets one person set their password once, within seven days. Earlier links of that person end.
 */
export async function makeInvitation(
  tx: Transaction,
  context: Context,
  userId: string,
): Promise<{ readonly path: string; readonly expires_at: string }> {
  await tx.query(endInvitations(context.workspace, userId));
  const { text, hash } = newToken("invitation", context.workspace.code);
  const [row] = await tx.query(addInvitation(context.workspace, hash, userId, context.principal.id));
  if (!row) throw new Error("no invitation was made");
  return { path: `/invite/${text}`, expires_at: row.expires_at };
}

export const endInvitations = command(
  ({ system }, user: string) =>
    sql`update ${system("invitation")} set used_at = now() where user_id = ${user} and used_at is null`,
);
export const addInvitation = statement(
  { expires_at: timestamptz },
  ({ system }, hash: Buffer, user: string, by: string | null) =>
    sql`insert into ${system("invitation")} (token_hash, user_id, created_by, expires_at) values (${hash}, ${user}, ${by}, now() + make_interval(days => ${VALID_DAYS})) returning expires_at`,
);
export const invitedPerson = statement(
  { userId: uuid, name: sure(text), login: sure(text) },
  ({ system, record }, hash: Buffer) =>
    sql`select u.id as "userId", u.name, u.login from ${system("invitation")} i join ${record("user")} u on u.id = i.user_id
      where i.token_hash = ${hash} and i.used_at is null and i.expires_at > now() and u.deleted_at is null and u.active is not false and u.login is not null`,
);
export const spendInvitation = statement(
  { user_id: uuid },
  ({ system }, hash: Buffer) =>
    sql`update ${system("invitation")} set used_at = now() where token_hash = ${hash} and used_at is null and expires_at > now() returning user_id`,
);

/** Whose invitation this is, while it can be used. */
export async function findInvitation({ db, workspace }: Context, token: string): Promise<Invited | null> {
  if (workspaceOfToken("invitation", token) !== workspace.code) return null;
  const [row] = await db.query(invitedPerson(workspace, hashToken(token)));
  return row ?? null;
}

/** Uses it up; false when someone else was faster. */
export async function useInvitation(
  tx: Transaction,
  { workspace }: Context,
  token: string,
): Promise<boolean> {
  const rows = await tx.query(spendInvitation(workspace, hashToken(token)));
  return rows.length > 0;
}
