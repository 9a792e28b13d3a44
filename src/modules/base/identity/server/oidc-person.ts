import { type Context, asProgram, creating, newId, statement } from "../../../../engine/public.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import type { OidcSettings } from "../shared/security.contract.ts";
import { type Account, bindAccount, boundPerson } from "./oidc-binding.ts";
import { writeAll } from "./write.ts";
import { boolean, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";

/** What the provider says of a person. */
export interface Claims {
  readonly [claim: string]: unknown;
  readonly iss?: unknown;
  readonly sub?: unknown;
  readonly name?: unknown;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}
export interface OidcPerson {
  readonly id: string;
  readonly login: string | null;
  /** The provider's account that was bound to them just now. */
  readonly bound?: Account;
}
export type OidcRefusal = "oidc_unverified" | "oidc_unknown" | "oidc_failed" | "oidc_other_account";

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() && value.length <= 200 && !value.includes("\0")
    ? value.trim()
    : null;

/** By what the provider's person is looked for; null when the provider does not vouch for it. */
export function nameOf({ match, login_claim: claim }: OidcSettings, claims: Claims): string | null {
  if (match === "login") return textOf(claims[claim]);
  return vouchedMail(claims);
}

const vouchedMail = ({ email, email_verified }: Claims): string | null =>
  email_verified === true ? textOf(email) : null;

/**
 * The person of the company that the provider's person is, made where the settings say so. The first sign-in
 * finds them by name and binds the account to them; from then on only this account is theirs, whoever else
 * gets their mail address or login at the provider.
 */
export async function findOidcPerson(
  context: Context,
  settings: OidcSettings,
  claims: Claims,
): Promise<OidcPerson | OidcRefusal> {
  const { db, workspace } = context;
  const { iss: issuer, sub: subject } = claims;
  if (typeof issuer !== "string" || typeof subject !== "string") return "oidc_failed";
  const account: Account = { issuer, subject };
  const known = await boundPerson(db, workspace, account);
  if (known) return known.here ? { id: known.id, login: known.login } : "oidc_unknown";
  const person = await findByName(context, settings, claims);
  if (typeof person === "string") return person;
  if (await bindAccount(db, workspace, person.id, account)) return { ...person, bound: account };
  // Two windows at once: the other one has bound it.
  return (await boundPerson(db, workspace, account))?.id === person.id ? person : "oidc_other_account";
}

async function findByName(
  context: Context,
  settings: OidcSettings,
  claims: Claims,
): Promise<OidcPerson | OidcRefusal> {
  const name = nameOf(settings, claims);
  if (!name) return "oidc_unverified";
  const { db, workspace } = context;
  const find = settings.match === "email" ? peopleByEmail : peopleByLogin;
  // Whoever was deactivated or deleted stays out, and is not made a second time.
  const rows = await db.query(find(workspace, name));
  const [found] = rows;
  if (rows.length > 1 || (found && !found.here)) return "oidc_unknown";
  if (found) return { id: found.id, login: found.login };
  return settings.create && settings.role ? make(context, settings, claims, name) : "oidc_unknown";
}

const candidate = { id: uuid, login: orNull(text), here: boolean };
const named = (table: Sql, column: Sql, name: string): Sql =>
  sql`select id, login, deleted_at is null and active is not false as here from ${table}
      where lower(normalize(${column}, nfkc)) = lower(normalize(${name}::text collate "C", nfkc)) limit 3`;
export const peopleByEmail = statement(candidate, ({ record }, name: string) =>
  named(record("user"), sql`email`, name),
);
export const peopleByLogin = statement(candidate, ({ record }, name: string) =>
  named(record("user"), sql`login`, name),
);
export const emergencyPerson = statement(
  { id: uuid },
  ({ record, system }, id: string) =>
    sql`select u.id from ${record("user")} u join ${system("credential")} c on c.user_id = u.id
      where u.id = ${id} and u.deleted_at is null and u.active is not false and u.login is not null and exists (
        select from ${record("user_role")} l join ${record("role")} r on r.id = l.role and r.deleted_at is null
        where l."user" = u.id and l.deleted_at is null and r.name = 'administrator')`,
);

async function make(
  given: Context,
  { role }: OidcSettings,
  claims: Claims,
  login: string,
): Promise<OidcPerson | OidcRefusal> {
  const context = asProgram(
    given,
    "whoever signs in with the company account for the first time is made a person",
  );
  const id = newId();
  const email = vouchedMail(claims);
  const values = {
    name: (textOf(claims.name) ?? login).slice(0, 100),
    login: login.slice(0, 100),
    active: true,
    ...(email ? { email } : {}),
  };
  const written = await writeAll(context, "rule", [
    creating(user, values, { id }),
    creating(userRole, { user: id, role }),
  ]);
  return written.ok ? { id, login: values.login } : "oidc_failed";
}

/**
 * Whether a break-glass person could come in by a password: active, with one, and allowed to do everything.
 */
export async function canBreakGlass({ db, workspace }: Context, userId: string): Promise<boolean> {
  const rows = await db.query(emergencyPerson(workspace, userId));
  return rows.length > 0;
}
