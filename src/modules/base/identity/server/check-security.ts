import { type Context, answering } from "../../../../engine/public.ts";
import { boolean, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { LANGUAGES, type Label } from "../../../../shared/i18n/label.ts";
import type { MessageParams } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { identityMessages } from "../shared/messages.ts";
import type { OidcSettings, Security } from "../shared/security.contract.ts";
import { whyExceeds } from "./may-grant.ts";
import { isIssuer, oidcClient } from "./oidc-client.ts";
import { canBreakGlass } from "./oidc-person.ts";
import { loadRolePrincipal } from "./role-principal.ts";
import { isNetwork, plainAddress } from "./plain-address.ts";

type Code = Extract<keyof typeof identityMessages, string>;
export const reason = (code: Code, field: string, params: MessageParams = {}): Reason => {
  const text: Label = identityMessages[code];
  return { code, field, params, text };
};

/** Why calls out cannot be let into these networks. */
export const checkTargets = (targets: Security["private_targets"]): readonly Reason[] =>
  targets
    .filter((value) => !isNetwork(value))
    .map((value) => reason("bad_network", "private_targets", { value }));

/**
 * Why these lists of networks cannot be kept: what is no network, or a list that whoever saves it would stand
 * outside of.
 */
export async function checkNetworks(
  db: Executor,
  { people, keys }: Security["networks"],
  ip: string,
): Promise<readonly Reason[]> {
  const wrong = (field: string, list: readonly string[]): readonly Reason[] =>
    list.filter((value) => !isNetwork(value)).map((value) => reason("bad_network", field, { value }));
  const bad = [...wrong("networks.people", people), ...wrong("networks.keys", keys)];
  if (bad.length > 0 || people.length === 0) return bad;
  const address = plainAddress(ip);
  const within = sql`select ${address}::inet <<= any(array(select network(n::inet) from unnest(${people}::text[]) n)) as within`;
  const [row] = await db.query(answering({ within: orNull(boolean) }, within));
  return row?.within ? [] : [reason("locks_you_out", "networks.people", { address: ip })];
}

/** Why people could not sign in with this provider. */
export async function checkOidc(context: Context, oidc: OidcSettings): Promise<readonly Reason[]> {
  const wrong: Reason[] = [];
  if (oidc.issuer && !isIssuer(oidc.issuer)) wrong.push(reason("bad_issuer", "oidc.issuer"));
  if (oidc.on) {
    for (const name of ["issuer", "client_id"] as const)
      if (!oidc[name].trim()) wrong.push(reason("needed", `oidc.${name}`));
    if (oidc.match === "login" && !oidc.login_claim.trim()) wrong.push(reason("needed", "oidc.login_claim"));
    for (const language of LANGUAGES)
      if (!oidc.label[language].trim()) wrong.push(reason("needed", `oidc.label.${language}`));
    if (oidc.create && !oidc.role) wrong.push(reason("needed", "oidc.role"));
  }
  if (!oidc.role) return wrong;
  // The provider would hand this role out: nobody gives what they do not have.
  const role = await loadRolePrincipal(context.db, context.workspace, oidc.role, null);
  return role
    ? [...wrong, ...whyExceeds(context.principal, role.principal.roles, "oidc.role")]
    : [...wrong, reason("unknown_role", "oidc.role", { role: "" })];
}

/**
 * The provider is asked for its configuration when it is switched on or another one is named: an address that
 * says nothing would be found out only by the people at the door.
 */
export async function checkProvider(
  before: OidcSettings,
  after: OidcSettings,
  secret: string | null,
): Promise<readonly Reason[]> {
  if (!after.on || (before.on && before.issuer === after.issuer)) return [];
  const answers = await oidcClient(after, secret).then(
    () => true,
    () => false,
  );
  return answers ? [] : [reason("issuer_silent", "oidc.issuer", { issuer: after.issuer })];
}

/** Passwords may be off only while there is another way in, and one person for whom they are not. */
export async function checkPasswords(
  context: Context,
  { passwords, oidc }: Security,
): Promise<readonly Reason[]> {
  if (passwords.everybody) return [];
  const wrong = oidc.on ? [] : [reason("passwords_needed", "passwords.everybody")];
  const person = passwords.break_glass;
  return person && (await canBreakGlass(context, person))
    ? wrong
    : [...wrong, reason("no_break_glass", "passwords.break_glass")];
}
