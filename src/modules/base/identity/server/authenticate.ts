import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";
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
interface Found {
  readonly id: string;
  readonly user_id: string;
  readonly role_id: string | null;
  readonly rights: number;
  readonly shares: number;
  readonly definitions: number;
  readonly view_as: ViewAs | null;
  readonly allowed: boolean;
  readonly due: boolean;
  readonly stale: boolean;
}

export const SESSION_COOKIE = "sluice_session";
export const IDLE = "14 days";
export const ABSOLUTE_DAYS = 90;
/** A use is written down at most this often, so that reads stay reads. */
const SEEN = "5 minutes";

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
  const [found] = await db.query<Found>({
    name: `identity.${kind}`,
    text: statementsOf(workspace)[kind],
    values: [hash, credentials.address === undefined ? null : plainAddress(credentials.address)],
    findsOne: true,
  });
  if (!found) return null;
  if (found.stale) await noteUse(db, workspace, kind, hash);
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

/** Where a list of networks is kept, an address that is unknown or stands in none of them is refused. */
const allowed = (whose: "people" | "keys"): string =>
  `coalesce(v.networks_${whose} is null or $2::inet <<= any(v.networks_${whose}), false) as allowed`;
const sessionStatement = (workspace: Workspace): string =>
  `select s.id, s.user_id, null::uuid as role_id, s.view_as, v.rights, v.shares, v.definitions, s.last_seen_at < now() - interval '${SEEN}' as stale, (s.way = 'password' and c.must_change is true) as due, ${allowed("people")}
   from ${systemTable(workspace, "session")} s left join ${systemTable(workspace, "credential")} c on c.user_id = s.user_id cross join ${systemTable(workspace, "versions")} v
   where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '${IDLE}'`;
const keyStatement = (workspace: Workspace): string =>
  `select k.id, k.user_id, k.role_id, null::jsonb as view_as, v.rights, v.shares, v.definitions, (k.last_used_at is null or k.last_used_at < now() - interval '${SEEN}') as stale, false as due, ${allowed("keys")}
   from ${systemTable(workspace, "api_key")} k cross join ${systemTable(workspace, "versions")} v
   where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`;

interface Statements {
  readonly session: string;
  readonly key: string;
}
const statements = new WeakMap<Workspace, Statements>();
function statementsOf(workspace: Workspace): Statements {
  const known = statements.get(workspace) ?? {
    session: sessionStatement(workspace),
    key: keyStatement(workspace),
  };
  statements.set(workspace, known);
  return known;
}

async function noteUse(
  db: Executor,
  workspace: Workspace,
  kind: "key" | "session",
  hash: Buffer,
): Promise<void> {
  const [table, column] =
    kind === "key" ? (["api_key", "last_used_at"] as const) : (["session", "last_seen_at"] as const);
  await db.query({
    text: `update ${systemTable(workspace, table)} set ${column} = now() where token_hash = $1`,
    values: [hash],
  });
}
