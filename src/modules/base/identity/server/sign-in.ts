import { type Context, type Result, accept, statement } from "../../../../engine/public.ts";
import { identityMessages } from "../shared/messages.ts";
import { foldLogin } from "../shared/password.ts";
import { logAccess } from "./access-log.ts";
import { isPassword } from "./hash-password.ts";
import { checkSecondStep, isNetworkAllowed } from "./enter.ts";
import { openSession } from "./open-session.ts";
import { deny } from "./refusals.ts";
import { beginAttempt, forgiveAttempts, sweepAttempts } from "./sign-in-attempts.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export interface SignInRequest {
  readonly login: string;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string | null;
  readonly replaces?: string | undefined;
}
export interface OpenedSession {
  readonly token: string;
  readonly user: { readonly id: string; readonly name: string; readonly login: string };
}

/**
 * Checks a login and password and opens a session, or says that a code is still needed. The refusal says the
 * same, after the same work, whether the login exists or not.
 */
export async function signIn(
  context: Context,
  { login, password, ip, userAgent, replaces }: SignInRequest,
): Promise<Result<OpenedSession>> {
  const { db, workspace } = context;
  if (!(await isNetworkAllowed(db, workspace, ip))) return deny(403, "network_not_allowed");
  const attempt = await beginAttempt(db, workspace, login, ip);
  if (!attempt.ok) return refused(attempt.code, attempt.retryAfter);
  const found = await findCredential(context, login);
  if (!(await isPassword(password, found?.hash ?? null)) || !found) {
    await logAccess(db, workspace, { kind: "sign_in_failed", user: found?.id ?? null, login, ip, userAgent });
    await sweepAttempts(db, workspace);
    return refused("bad_credentials", null);
  }
  // Tries are forgiven when somebody is inside: a right password alone would otherwise buy any number of
  // codes.
  const whole = await checkSecondStep(db, context, found);
  if (!whole.ok) return whole;
  await forgiveAttempts(db, workspace, login);
  const session = await openSession(db, workspace, {
    userId: found.id,
    ip,
    userAgent,
    way: "password",
    replaces,
  });
  await logAccess(db, workspace, {
    kind: "sign_in",
    user: found.id,
    login,
    ip,
    userAgent,
    credential: session.id,
  });
  return accept({ token: session.token, user: { id: found.id, name: found.name, login: found.login } });
}

/** The answer to too many tries. */
export function refused(
  code: "bad_credentials" | "locked" | "too_many_attempts",
  retryAfter: number | null,
): Result<never> {
  const status = code === "too_many_attempts" ? 429 : 401;
  const wait =
    retryAfter === null
      ? {}
      : { params: { minutes: Math.ceil(retryAfter / 60) }, extra: { retry_after: retryAfter } };
  return { ok: false, refusal: { status, code, text: identityMessages[code], reasons: [], ...wait } };
}

/** Active people only: to a deactivated person the answer is that of a wrong password. */
async function findCredential({ db, workspace }: Context, login: string) {
  const [row] = await db.query(credentialOf(workspace, foldLogin(login)));
  return row;
}
export const credentialOf = statement(
  { id: uuid, name: sure(text), login: sure(text), hash: text },
  ({ record, system }, login: string) =>
    sql`select u.id, u.name, u.login, c.hash from ${record("user")} u join ${system("credential")} c on c.user_id = u.id
      where lower(normalize(u.login, nfkc)) = lower(normalize(${login}::text collate "C", nfkc)) and u.deleted_at is null and u.active is not false`,
);
