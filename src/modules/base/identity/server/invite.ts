import { type Context, systemTable, tableOf } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { hashToken, newToken, workspaceOfToken } from "./tokens.ts";

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
  const table = systemTable(context.workspace, "invitation");
  await tx.query({
    text: `update ${table} set used_at = now() where user_id = $1 and used_at is null`,
    values: [userId],
  });
  const { text, hash } = newToken("invitation", context.workspace.code);
  const [row] = await tx.query<{ expires_at: string }>({
    text: `insert into ${table} (token_hash, user_id, created_by, expires_at) values ($1, $2, $3, now() + interval '${VALID_DAYS} days') returning expires_at`,
    values: [hash, userId, context.principal.id],
  });
  if (!row) throw new Error("no invitation was made");
  return { path: `/invite/${text}`, expires_at: row.expires_at };
}

/** Whose invitation this is, while it can be used. */
export async function findInvitation({ db, workspace }: Context, token: string): Promise<Invited | null> {
  if (workspaceOfToken("invitation", token) !== workspace.code) return null;
  const [row] = await db.query<Invited>({
    text: `select u.id as "userId", u.name, u.login from ${systemTable(workspace, "invitation")} i join ${tableOf(workspace, "user")} u on u.id = i.user_id
      where i.token_hash = $1 and i.used_at is null and i.expires_at > now() and u.deleted_at is null and u.active is not false and u.login is not null`,
    values: [hashToken(token)],
  });
  return row ?? null;
}

/** Uses it up; false when someone else was faster. */
export async function useInvitation(
  tx: Transaction,
  { workspace }: Context,
  token: string,
): Promise<boolean> {
  const rows = await tx.query({
    text: `update ${systemTable(workspace, "invitation")} set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning user_id`,
    values: [hashToken(token)],
  });
  return rows.length > 0;
}
