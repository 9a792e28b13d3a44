import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, command, statement } from "../../../../engine/public.ts";
import { bigint, boolean, json, orNull, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { plainAddress } from "./plain-address.ts";
import { hashToken, workspaceOfToken } from "./tokens.ts";
import type { ViewAs } from "./viewing.ts";

/**
 * What a request brings: the value of the session cookie, or the text after "Bearer ". A bearer goes first.
 */
export interface Credentials {
  readonly cookie?: string | undefined;
  readonly bearer?: string | undefined;
  /** From where, e.g. "10.0.0.7". */
  readonly address?: string | undefined;
}
export interface SignedIn {
  /** False: these credentials are good, but not from this address. */
  readonly isAllowedHere: boolean;
  /** Whose idempotency keys and rate these are: `person:<user>` or `key:<key>`. */
  readonly principalKey: string;
  readonly kind: "person" | "program";
  readonly userId: string;
  /** The session's or key's id, for `Principal.credential`. */
  readonly credential: string;
  readonly sessionId: string | null;
  readonly keyId: string | null;
  /** A key's narrowing role. */
  readonly roleId: string | null;
  readonly rightsVersion: number;
  readonly sharesVersion: number;
  readonly definitionsVersion: number;
  /** They came in with a password that somebody else gave them, and have not changed it yet. */
  readonly isPasswordDue: boolean;
  /** As whom this session looks. */
  readonly viewAs: ViewAs | null;
}
export const SESSION_COOKIE = "sluice_session";
export const IDLE: Sql = sql`interval '14 days'`;
export const ABSOLUTE_DAYS = 90;
/** A use is written down at most this often, so that reads stay reads. */
const SEEN: Sql = sql`interval '5 minutes'`;

/** The workspace named by the credentials' text, for a request whose host does not say it. */
export const workspaceOfCredentials = ({ cookie, bearer }: Credentials): string | null =>
  bearer ? workspaceOfToken("key", bearer) : cookie ? workspaceOfToken("session", cookie) : null;

/**
 * Who sends this request, with the versions under which rights and definitions may be cached; null for
 * unknown, ended or expired credentials. One primary-key statement, and at most every five minutes a second
 * one that notes the use.
 */
export async function authenticate(
  db: Executor,
  workspace: Workspace,
  credentials: Credentials,
): Promise<SignedIn | null> {
  const kind = credentials.bearer ? "key" : "session";
  const text = credentials.bearer ?? credentials.cookie;
  if (!text || workspaceOfToken(kind, text) !== workspace.code) return null;
  const hash = hashToken(text);
  const address = credentials.address === undefined ? null : plainAddress(credentials.address);
  const find = kind === "key" ? keyOf : sessionOf;
  const [found] = await db.query(find(workspace, hash, address));
  if (!found) return null;
  if (found.stale) await db.query((kind === "key" ? noteKeyUse : noteSessionUse)(workspace, hash));
  const { id, user_id: userId } = found;
  return {
    isAllowedHere: found.allowed,
    principalKey: kind === "key" ? `key:${id}` : `person:${userId}`,
    kind: kind === "key" ? "program" : "person",
    userId,
    credential: id,
    sessionId: kind === "session" ? id : null,
    keyId: kind === "key" ? id : null,
    roleId: found.role_id,
    rightsVersion: found.rights,
    sharesVersion: found.shares,
    definitionsVersion: found.definitions,
    isPasswordDue: found.due,
    viewAs: found.view_as,
  };
}

const found = {
  id: uuid,
  user_id: uuid,
  role_id: orNull(uuid),
  view_as: orNull(json<ViewAs>()),
  rights: bigint,
  shares: bigint,
  definitions: bigint,
  stale: boolean,
  due: boolean,
  allowed: boolean,
};
/** Where a list of networks is kept, an address that is unknown or stands in none of them is refused. */
const isAllowed = (networks: Sql, address: string | null): Sql =>
  sql`coalesce(${networks} is null or ${address}::inet <<= any(${networks}), false) as allowed`;
const PEOPLE = spelled("v.networks_people");
const KEYS = spelled("v.networks_keys");
const KEPT = { name: "authenticate", findsOne: true } as const;

export const sessionOf = statement(
  found,
  ({ system }, hash: Buffer, address: string | null) =>
    sql`select s.id, s.user_id, null::uuid as role_id, s.view_as, v.rights, v.shares, v.definitions, s.last_seen_at < now() - ${SEEN} as stale, (s.way = 'password' and c.must_change is true) as due, ${isAllowed(PEOPLE, address)}
   from ${system("session")} s left join ${system("credential")} c on c.user_id = s.user_id cross join ${system("versions")} v
   where s.token_hash = ${hash} and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - ${IDLE}`,
  KEPT,
);
export const keyOf = statement(
  found,
  ({ system }, hash: Buffer, address: string | null) =>
    sql`select k.id, k.user_id, k.role_id, null::jsonb as view_as, v.rights, v.shares, v.definitions, (k.last_used_at is null or k.last_used_at < now() - ${SEEN}) as stale, false as due, ${isAllowed(KEYS, address)}
   from ${system("api_key")} k cross join ${system("versions")} v
   where k.token_hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
  KEPT,
);
export const noteKeyUse = command(
  ({ system }, hash: Buffer) =>
    sql`update ${system("api_key")} set last_used_at = now() where token_hash = ${hash}`,
);
export const noteSessionUse = command(
  ({ system }, hash: Buffer) =>
    sql`update ${system("session")} set last_seen_at = now() where token_hash = ${hash}`,
);
