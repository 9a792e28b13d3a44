import { type Static, Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import type { Security, SecurityAnswer } from "../shared/security.ts";
import { logAccess } from "./access-log.ts";
import { checkNetworks, checkOidc, checkPasswords, checkProvider } from "./check-security.ts";
import { clientSecret, keepClientSecret, redirectUri } from "./oidc-client.ts";
import { bodyOf, deny, denyWith } from "./refusals.ts";
import { readSecurity } from "./security-settings.ts";
import { originOf } from "./session-cookie.ts";

const networks = Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { maxItems: 200 });
const strict = { additionalProperties: false };
const line = (maxLength: number) => Type.String({ maxLength, pattern: "^[^\\u0000-\\u001f]*$" });
const id = Type.String({ pattern: "^[0-9a-fA-F-]{36}$" });
const rows = Type.Union([Type.Integer({ minimum: 0, maximum: 1_000_000_000 }), Type.Null()]);
const limits = Type.Object({ rows, daily: rows }, strict);
const SecurityPatch = Type.Object(
  {
    second_factor: Type.Optional(
      Type.Union([Type.Literal("nobody"), Type.Literal("administrators"), Type.Literal("everybody")]),
    ),
    networks: Type.Optional(Type.Object({ people: networks, keys: networks }, strict)),
    passwords: Type.Optional(
      Type.Object({ everybody: Type.Boolean(), break_glass: Type.Union([id, Type.Null()]) }, strict),
    ),
    oidc: Type.Optional(
      Type.Object(
        {
          on: Type.Boolean(),
          issuer: line(500),
          client_id: line(300),
          scopes: line(300),
          match: Type.Union([Type.Literal("email"), Type.Literal("login")]),
          login_claim: line(100),
          create: Type.Boolean(),
          role: Type.Union([id, Type.Null()]),
          label: Type.Object({ "zh-CN": line(60), en: line(60) }, strict),
        },
        strict,
      ),
    ),
    exports: Type.Optional(
      Type.Object({ company: limits, roles: Type.Record(id, limits, { maxProperties: 500 }) }, strict),
    ),
    watermark: Type.Optional(Type.Boolean()),
    masked_searches: Type.Optional(rows),
    /** Kept sealed, never shown again; null forgets it. */
    oidc_secret: Type.Optional(
      Type.Union([Type.String({ minLength: 1, maxLength: 1000, pattern: "^[^\\u0000]*$" }), Type.Null()]),
    ),
  },
  strict,
);

async function answer({ db, workspace }: Context, { request }: Call): Promise<SecurityAnswer> {
  const [row] = await db.query<{ kept: boolean }>({
    text: `select oidc_secret is not null as kept from ${systemTable(workspace, "security")}`,
  });
  const security = await readSecurity(db, workspace);
  return {
    ...security,
    oidc_secret_kept: row?.kept ?? false,
    oidc_redirect: redirectUri(request),
    your_address: originOf(request).ip,
  };
}

const readRoute: Route = {
  method: "GET",
  path: "/settings/security",
  summary: label("安全设置", "Security settings"),
  tag: "settings",
  ability: "security.manage",
  viewing: "closed",
  run: async (context, call) => accept({ data: await answer(context, call) }),
};

const patchRoute: Route = {
  method: "PATCH",
  path: "/settings/security",
  summary: label("修改安全设置", "Change security settings"),
  tag: "settings",
  ability: "security.manage",
  body: SecurityPatch,
  run: async (context, call) => {
    const given = bodyOf(SecurityPatch, call.body);
    if (!given.ok) return given;
    // What a program was given must not open further doors.
    if (context.principal.kind !== "person") return deny(403, "person_needed");
    const silent = await silentProvider(context, given.value);
    if (silent.length > 0) return denyWith("bad_security", silent);
    const kept = await keep(context, call, given.value);
    return kept.ok ? accept({ data: await answer(context, call) }) : kept;
  },
};

/** Asked before anything is locked: a provider may take its time. What else is wrong is said first. */
async function silentProvider(
  context: Context,
  { oidc, oidc_secret: secret }: Static<typeof SecurityPatch>,
): Promise<readonly Reason[]> {
  if (!oidc || (await checkOidc(context, oidc)).length > 0) return [];
  const before = await readSecurity(context.db, context.workspace);
  return checkProvider(before.oidc, oidc, secret ?? (await clientSecret(context.db, context)));
}

async function keep(
  context: Context,
  { request }: Call,
  { oidc_secret: secret, ...patch }: Static<typeof SecurityPatch>,
): Promise<Result<null>> {
  const { db, workspace, principal } = context;
  const origin = originOf(request);
  return db.transaction(async (tx): Promise<Result<null>> => {
    const table = systemTable(workspace, "security");
    // The versions too: who takes an administrator's role away meanwhile comes before or after.
    await tx.query({ text: `select 1 from ${table}, ${systemTable(workspace, "versions")} for update` });
    const before = await readSecurity(tx, workspace);
    const after: Security = { ...before, ...patch };
    const wrong = [
      ...(patch.networks ? await checkNetworks(tx, after.networks, origin.ip) : []),
      ...(patch.oidc ? await checkOidc(context, after.oidc) : []),
      ...(patch.oidc || patch.passwords ? await checkPasswords(context, after) : []),
    ];
    if (wrong.length > 0) return denyWith("bad_security", wrong);
    if (secret !== undefined) await keepClientSecret(tx, context, secret);
    await tx.query({ text: `update ${table} set value = $1`, values: [JSON.stringify(after)] });
    const list = "nullif(array(select network(n::inet)::cidr from unnest($X::text[]) n), '{}')";
    await tx.query({
      text: `update ${systemTable(workspace, "versions")} set networks_people = ${list.replace("$X", "$1")}, networks_keys = ${list.replace("$X", "$2")}`,
      values: [after.networks.people, after.networks.keys],
    });
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
