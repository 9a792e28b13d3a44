import { type Static, Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import type { Security, SecurityAnswer } from "../shared/security.ts";
import { logAccess } from "./access-log.ts";
import { checkNetworks } from "./check-security.ts";
import { bodyOf, deny, denyWith } from "./refusals.ts";
import { readSecurity } from "./security-settings.ts";
import { originOf } from "./session-cookie.ts";

const networks = Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { maxItems: 200 });
const strict = { additionalProperties: false };
const SecurityPatch = Type.Object(
  {
    second_factor: Type.Optional(Type.Union([Type.Literal("nobody"), Type.Literal("administrators"), Type.Literal("everybody")])),
    networks: Type.Optional(Type.Object({ people: networks, keys: networks }, strict)),
  },
  strict,
);

async function answer({ db, workspace }: Context, { request }: Call): Promise<SecurityAnswer> {
  return { ...(await readSecurity(db, workspace)), your_address: originOf(request).ip };
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
    const kept = await keep(context, call, given.value);
    return kept.ok ? accept({ data: await answer(context, call) }) : kept;
  },
};

async function keep({ db, workspace, principal }: Context, { request }: Call, patch: Static<typeof SecurityPatch>): Promise<Result<null>> {
  const origin = originOf(request);
  return db.transaction(async (tx): Promise<Result<null>> => {
    const table = systemTable(workspace, "security");
    await tx.query({ text: `select 1 from ${table} for update` });
    const before = await readSecurity(tx, workspace);
    const after: Security = { ...before, ...patch };
    const wrong = patch.networks ? await checkNetworks(tx, after.networks, origin.ip) : [];
    if (wrong.length > 0) return denyWith("bad_security", wrong);
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
      detail: { before: changed(before, patch), after: changed(after, patch) },
    });
    return accept(null);
  });
}

/** What was asked to change, as it stood; secrets are not among the settings. */
const changed = (settings: Security, patch: object): string => JSON.stringify(Object.fromEntries(Object.entries(settings).filter(([name]) => name in patch)));

export const securityRoutes: readonly Route[] = [readRoute, patchRoute];
