import { type Workspace, systemTable, tableOf } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { OidcBinding } from "../shared/company-account.contract.ts";

/**
 * An account of a provider: what stays the same when mail address and login there are given to somebody else.
 */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}
export interface Bound {
  readonly id: string;
  readonly login: string | null;
  /** Neither deactivated nor deleted. */
  readonly here: boolean;
}

/** The person an account was bound to at its first sign-in. */
export async function boundPerson(
  db: Executor,
  workspace: Workspace,
  { issuer, subject }: Account,
): Promise<Bound | undefined> {
  const [row] = await db.query<Bound>({
    text: `select u.id, u.login, u.deleted_at is null and u.active is not false as here from ${systemTable(workspace, "oidc_binding")} b
      join ${tableOf(workspace, "user")} u on u.id = b.user_id where b.issuer = $1 and b.subject = $2`,
    values: [issuer, subject],
  });
  return row;
}

/**
 * Binds an account to a person who has none of this provider yet. False where another account was bound to
 * them, or this one to somebody else.
 */
export async function bindAccount(
  db: Executor,
  workspace: Workspace,
  userId: string,
  { issuer, subject }: Account,
): Promise<boolean> {
  const rows = await db.query({
    text: `insert into ${systemTable(workspace, "oidc_binding")} (issuer, subject, user_id) values ($1, $2, $3) on conflict do nothing returning 1`,
    values: [issuer, subject, userId],
  });
  return rows.length > 0;
}

/** The accounts that are bound to a person. */
export const bindingsOf = (
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<readonly OidcBinding[]> =>
  db.query<OidcBinding>({
    text: `select issuer, subject, bound_at from ${systemTable(workspace, "oidc_binding")} where user_id = $1 order by bound_at`,
    values: [userId],
  });

/** Lets a person's next sign-in bind an account anew. Returns those that were bound. */
export const releaseAccounts = (
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<readonly Account[]> =>
  db.query<Account>({
    text: `delete from ${systemTable(workspace, "oidc_binding")} where user_id = $1 returning issuer, subject`,
    values: [userId],
  });
