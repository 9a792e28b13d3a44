import { type Context, type Result, accept } from "../../../../engine/public.ts";
import { identityMessages } from "../shared/messages.ts";
import { foldLogin } from "../shared/password.ts";
import { passwordHashOf } from "./change-password.ts";
import { isPassword } from "./hash-password.ts";
import { deny, denyWith } from "./refusals.ts";
import { beginAttempt, forgiveAttempts } from "./sign-in-attempts.ts";

/** Leave to try a secret of the signed-in person: a stolen session must not serve to guess it. */
export async function countTry({ db, workspace }: Context, key: string, ip: string): Promise<Result<null>> {
  const attempt = await beginAttempt(db, workspace, key, ip);
  if (attempt.ok) return accept(null);
  const { refusal } = deny(429, attempt.code, { minutes: Math.ceil(attempt.retryAfter / 60) });
  return { ok: false, refusal: { ...refusal, extra: { retry_after: attempt.retryAfter } } };
}

/** Whether this is the signed-in person's password; tries are counted apart from sign-ins. */
export async function provePassword(
  context: Context,
  login: string,
  password: string,
  ip: string,
  field: string,
): Promise<Result<null>> {
  const { db, workspace, principal } = context;
  const key = `password:${foldLogin(login)}`;
  const leave = await countTry(context, key, ip);
  if (!leave.ok) return leave;
  if (!(await isPassword(password, await passwordHashOf(db, workspace, principal.id ?? ""))))
    return denyWith("wrong_password", [
      { code: "wrong_password", field, text: identityMessages.wrong_password },
    ]);
  await forgiveAttempts(db, workspace, key);
  return accept(null);
}
