import {
  type Context,
  type Route,
  accept,
  hasAbility,
  isUuid,
  serve,
  statement,
} from "../../../../engine/public.ts";
import { text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { cleanLine } from "../../../../shared/text/clean-line.ts";
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
  const [row] = await db.query(
    addKey(workspace, {
      hash,
      hint: text.slice(-4),
      name,
      user: principal.id,
      role: roleId,
      until: until === null ? null : new Date(until).toISOString(),
    }),
  );
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

interface NewKey {
  readonly hash: Buffer;
  readonly hint: string;
  readonly name: string;
  readonly user: string | null;
  readonly role: string | null;
  readonly until: string | null;
}
export const addKey = statement(
  { id: uuid },
  ({ system }, { hash, hint, name, user, role, until }: NewKey) =>
    sql`insert into ${system("api_key")} (token_hash, hint, name, user_id, role_id, expires_at) values (${hash}, ${hint}, ${name}, ${user}, ${role}, ${until}) returning id`,
);
export const roleWithId = statement(
  { id: uuid },
  ({ record }, id: string) => sql`select id from ${record("role")} where id = ${id} and deleted_at is null`,
);
export const roleWithName = statement(
  { id: uuid },
  ({ record }, name: string) =>
    sql`select id from ${record("role")} where name = ${name} and deleted_at is null`,
);
export const keyToRevoke = statement(
  { user: uuid },
  ({ system }, id: string, own: string | null, any: boolean) =>
    sql`select user_id as user from ${system("api_key")} where id = ${id} and revoked_at is null and (${any} or user_id = ${own})`,
);
export const endKey = statement(
  { user: uuid, name: text },
  ({ system }, id: string, own: string | null, any: boolean) =>
    sql`update ${system("api_key")} set revoked_at = now() where id = ${id} and revoked_at is null and (${any} or user_id = ${own}) returning user_id as user, name`,
);

async function findRole({ db, workspace }: Context, role: string): Promise<string | null> {
  const [row] = await db.query((isUuid(role) ? roleWithId : roleWithName)(workspace, role));
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
  const any = hasAbility(context, "people.manage");
  const [key] = await db.query(keyToRevoke(workspace, id, principal.id, any));
  // A key may always end itself.
  const refused = key && id !== principal.credential ? await whyNotTheirs(context, key.user) : null;
  if (refused) return refused;
  const [revoked] = await db.query(endKey(workspace, id, principal.id, any));
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
