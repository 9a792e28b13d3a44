import {
  type Call,
  type Context,
  type Result,
  type Route,
  accept,
  command,
  serve,
  statement,
} from "../../../../engine/public.ts";
import { boolean } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import {
  changeSecuritySettings,
  readSecuritySettings,
  type Security,
  type SecurityAnswer,
  type SecurityPatch,
} from "../shared/security.contract.ts";
import { logAccess } from "./access-log.ts";
import { checkTargets, checkNetworks, checkOidc, checkPasswords, checkProvider } from "./check-security.ts";
import { clientSecret, storeClientSecret, redirectUri } from "./oidc-client.ts";
import { deny, denyWith } from "./refusals.ts";
import { readSecurity } from "./security-settings.ts";
import { originOf } from "./session-cookie.ts";

export const hasClientSecret = statement(
  { kept: boolean },
  ({ system }) => sql`select oidc_secret is not null as kept from ${system("security")}`,
);

async function answer(
  { db, workspace }: Context,
  { request }: Pick<Call, "request">,
): Promise<SecurityAnswer> {
  const [row] = await db.query(hasClientSecret(workspace));
  const security = await readSecurity(db, workspace);
  return {
    ...security,
    oidc_secret_kept: row?.kept ?? false,
    oidc_redirect: redirectUri(request),
    your_address: originOf(request).ip,
  };
}

const readRoute = serve(
  readSecuritySettings,
  { ability: "security.manage", viewing: "closed" },
  async (context, call) => accept({ data: await answer(context, call) }),
);

const patchRoute = serve(changeSecuritySettings, { ability: "security.manage" }, async (context, call) => {
  // What a program was given must not open further doors.
  if (context.principal.kind !== "person") return deny(403, "person_needed");
  const silent = await silentProvider(context, call.body);
  if (silent.length > 0) return denyWith("bad_security", silent);
  const kept = await keep(context, call, call.body);
  return kept.ok ? accept({ data: await answer(context, call) }) : kept;
});

/** Asked before anything is locked: a provider may take its time. What else is wrong is said first. */
async function silentProvider(
  context: Context,
  { oidc, oidc_secret: secret }: SecurityPatch,
): Promise<readonly Reason[]> {
  if (!oidc || (await checkOidc(context, oidc)).length > 0) return [];
  const before = await readSecurity(context.db, context.workspace);
  return checkProvider(before.oidc, oidc, secret ?? (await clientSecret(context.db, context)));
}

/** The versions too: who takes an administrator's role away meanwhile comes before or after. */
export const lockSecurity = command(
  ({ system }) => sql`select 1 from ${system("security")}, ${system("versions")} for update`,
);
export const keepSecurity = command(
  ({ system }, security: Security) =>
    sql`update ${system("security")} set value = ${JSON.stringify(security)}`,
);
/** An empty list allows every address. */
const networks = (listed: readonly string[]): Sql =>
  sql`nullif(array(select network(n::inet)::cidr from unnest(${listed}::text[]) n), '{}')`;
export const allowNetworks = command(
  ({ system }, { people, keys }: Security["networks"]) =>
    sql`update ${system("versions")} set networks_people = ${networks(people)}, networks_keys = ${networks(keys)}`,
);

async function keep(
  context: Context,
  { request }: Pick<Call, "request">,
  { oidc_secret: secret, ...patch }: SecurityPatch,
): Promise<Result<null>> {
  const { db, workspace, principal } = context;
  const origin = originOf(request);
  return db.transaction(async (tx): Promise<Result<null>> => {
    await tx.query(lockSecurity(workspace));
    const before = await readSecurity(tx, workspace);
    const after: Security = { ...before, ...patch };
    const wrong = [
      ...(patch.networks ? await checkNetworks(tx, after.networks, origin.ip) : []),
      ...checkTargets(after.private_targets),
      ...(patch.oidc ? await checkOidc(context, after.oidc) : []),
      ...(patch.oidc || patch.passwords ? await checkPasswords(context, after) : []),
    ];
    if (wrong.length > 0) return denyWith("bad_security", wrong);
    if (secret !== undefined) await storeClientSecret(tx, context, secret);
    await tx.query(keepSecurity(workspace, after));
    await tx.query(allowNetworks(workspace, after.networks));
    await logAccess(tx, workspace, {
      kind: "security_changed",
      user: principal.id,
      credential: principal.credential ?? null,
      ...origin,
      detail: {
        before: changed(before, patch),
        after: changed(after, patch),
        client_secret: secret !== undefined,
      },
    });
    return accept(null);
  });
}

/** What was asked to change, as it stood; secrets are not among the settings. */
const changed = (settings: Security, patch: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(settings).filter(([name]) => name in patch)));

export const securityRoutes: readonly Route[] = [readRoute, patchRoute];
