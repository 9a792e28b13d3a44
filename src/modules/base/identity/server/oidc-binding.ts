import { type Workspace, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { OidcBinding } from "../shared/company-account.contract.ts";
import { boolean, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

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
  const [row] = await db.query(personBoundTo(workspace, issuer, subject));
  return row;
}
export const personBoundTo = statement(
  { id: uuid, login: orNull(text), here: boolean },
  ({ system, record }, issuer: string, subject: string) =>
    sql`select u.id, u.login, u.deleted_at is null and u.active is not false as here from ${system("oidc_binding")} b
      join ${record("user")} u on u.id = b.user_id where b.issuer = ${issuer} and b.subject = ${subject}`,
);
export const addBinding = statement(
  { user_id: uuid },
  ({ system }, issuer: string, subject: string, user: string) =>
    sql`insert into ${system("oidc_binding")} (issuer, subject, user_id) values (${issuer}, ${subject}, ${user}) on conflict do nothing returning user_id`,
);
export const boundTo = statement(
  { issuer: text, subject: text, bound_at: timestamptz },
  ({ system }, user: string) =>
    sql`select issuer, subject, bound_at from ${system("oidc_binding")} where user_id = ${user} order by bound_at`,
);
export const dropBindings = statement(
  { issuer: text, subject: text },
  ({ system }, user: string) =>
    sql`delete from ${system("oidc_binding")} where user_id = ${user} returning issuer, subject`,
);

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
  const rows = await db.query(addBinding(workspace, issuer, subject, userId));
  return rows.length > 0;
}

/** The accounts that are bound to a person. */
export const bindingsOf = (
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<readonly OidcBinding[]> => db.query(boundTo(workspace, userId));

/** Lets a person's next sign-in bind an account anew. Returns those that were bound. */
export const releaseAccounts = (
  db: Executor,
  workspace: Workspace,
  userId: string,
): Promise<readonly Account[]> => db.query(dropBindings(workspace, userId));
