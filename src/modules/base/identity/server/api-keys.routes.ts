import { cleanLine } from "../../../../shared/text/clean-line.ts";
import {
  type Context,
  type Route,
  accept,
  hasAbility,
  isUuid,
  serve,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
import { listKeys, makeKey, revokeKey } from "../shared/api-keys.contract.ts";
import { identityMessages } from "../shared/messages.ts";
import { logAccess } from "./access-log.ts";
import { whyNotTheirs } from "./others-person.ts";
import { readKeys } from "./read-keys.ts";
import { deny, denyWith } from "./refusals.ts";
import { originOf } from "./session-cookie.ts";
import { newToken } from "./tokens.ts";

const makeRoute = serve(makeKey, { ability: "api_keys.manage" }, async (context, { body, request }) => {
  const { db, workspace, principal, now } = context;
  // A key cannot make keys: what a program was given could never be taken back.
  if (principal.kind !== "person") return deny(403, "person_needed");
  const { role, expires_at: expires } = body;
  const name = cleanLine(body.name);
  if (name === "") return deny(400, "malformed");
  const roleId = role ? await findRole(context, role) : null;
  if (role && !roleId)
    return denyWith("unknown_role", [
      { code: "unknown_role", field: "role", params: { role }, text: identityMessages.unknown_role },
    ]);
  const until = expires ? Date.parse(expires) : null;
  if (until !== null && !(until > Date.parse(now)))
    return denyWith("past_expiry", [
      { code: "past_expiry", field: "expires_at", text: identityMessages.past_expiry },
    ]);
  const { text, hash } = newToken("key", workspace.code);
  const [row] = await db.query<{ id: string }>({
    text: `insert into ${systemTable(workspace, "api_key")} (token_hash, hint, name, user_id, role_id, expires_at) values ($1, $2, $3, $4, $5, $6) returning id`,
    values: [
      hash,
      text.slice(-4),
      name,
      principal.id,
      roleId,
      until === null ? null : new Date(until).toISOString(),
    ],
  });
  if (!row) throw new Error("no key was made");
  await logAccess(db, workspace, {
    kind: "key_made",
    user: principal.id,
    credential: row.id,
    ...originOf(request),
    detail: { name, role: role ?? null },
  });
  return accept({ id: row.id, key: text });
});

async function findRole({ db, workspace }: Context, role: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>({
    text: `select id from ${tableOf(workspace, "role")} where ${isUuid(role) ? "id" : "name"} = $1 and deleted_at is null`,
    values: [role],
  });
  return row?.id ?? null;
}

const listRoute = serve(listKeys, { viewing: "closed" }, async (context, { query }) => {
  const { user = context.principal.id, q: named } = query;
  if (user !== context.principal.id && !hasAbility(context, "people.manage")) return deny(403, "forbidden");
  if (user !== "*" && !isUuid(user)) return deny(400, "malformed");
  const refused = user === context.principal.id ? await whyNotTheirs(context, user) : null;
  if (refused) return refused;
  const data = await readKeys(context, { user: user === "*" ? null : user, named });
  return accept({ data, page: { next: null } });
});

const revokeRoute = serve(revokeKey, {}, async (context, { params: { id }, request }) => {
  const { db, workspace, principal } = context;
  if (!isUuid(id)) return deny(404, "not_found");
  const [key] = await db.query<{ user: string }>({
    text: `select user_id as user from ${systemTable(workspace, "api_key")} where id = $1 and revoked_at is null and ($3 or user_id = $2)`,
    values: [id, principal.id, hasAbility(context, "people.manage")],
  });
  // A key may always end itself.
  const refused = key && id !== principal.credential ? await whyNotTheirs(context, key.user) : null;
  if (refused) return refused;
  const [revoked] = await db.query<{ user: string; name: string }>({
    text: `update ${systemTable(workspace, "api_key")} set revoked_at = now() where id = $1 and revoked_at is null and ($3 or user_id = $2) returning user_id as user, name`,
    values: [id, principal.id, hasAbility(context, "people.manage")],
  });
  if (!revoked) return deny(404, "not_found");
  const { user, name } = revoked;
  await logAccess(db, workspace, {
    kind: "key_revoked",
    user,
    credential: id,
    ...originOf(request),
    detail: { by: principal.id, name },
  });
  return accept(null);
});

export const apiKeyRoutes: readonly Route[] = [makeRoute, listRoute, revokeRoute];
