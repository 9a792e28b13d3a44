import { type Context, type Result, type Route, accept, serve } from "../../../../engine/public.ts";
import { identityMessages } from "../shared/messages.ts";
import { takeSecondStep } from "../shared/second-factor.contract.ts";
import { logAccess } from "./access-log.ts";
import { isNetworkAllowed } from "./enter.ts";
import { openSession } from "./open-session.ts";
import { deny, denyWith } from "./refusals.ts";
import { confirmSecondFactor, useSecondFactor } from "./second-factor.ts";
import { originOf, sessionTokenOf, setSessionCookie } from "./session-cookie.ts";
import { beginAttempt, forgiveAttempts } from "./sign-in-attempts.ts";
import { type Challenged, spendChallenge, tryChallenge } from "./sign-in-challenge.ts";
import { refused } from "./sign-in.ts";

interface Origin {
  readonly ip: string;
  readonly userAgent: string | null;
}
interface Entered {
  readonly token: string;
  /** When this sign-in has set the second factor up. */
  readonly codes: readonly string[] | null;
}

const stepRoute = serve(
  takeSecondStep,
  { open: true, viewing: "open" },
  async (context, { body, request, reply }) => {
    const { db, workspace } = context;
    const origin = originOf(request);
    if (!(await isNetworkAllowed(db, workspace, origin.ip))) return deny(403, "network_not_allowed");
    const person = await tryChallenge(db, workspace, body.challenge);
    if (!person) return deny(410, "challenge_gone");
    const attempt = await beginAttempt(db, workspace, person.login, origin.ip);
    if (!attempt.ok) return refused(attempt.code, attempt.retryAfter);
    const entered = await enter(context, person, body, {
      ...origin,
      replaces: sessionTokenOf(request),
    });
    if (!entered.ok) {
      if (entered.refusal.code === "wrong_code")
        await logAccess(db, workspace, {
          kind: "sign_in_failed",
          user: person.id,
          login: person.login,
          ...origin,
          detail: { step: 2 },
        });
      return entered;
    }
    await forgiveAttempts(db, workspace, person.login);
    setSessionCookie(reply, entered.value.token);
    const { codes } = entered.value;
    return accept({
      user: { id: person.id, name: person.name, login: person.login },
      ...(codes ? { recovery_codes: codes } : {}),
    });
  },
);

/** Uses the code up, spends the challenge and opens the session: all of it or nothing. */
function enter(
  context: Context,
  { id, login, setsUp }: Challenged,
  { challenge, code }: { readonly challenge: string; readonly code: string },
  origin: Origin & { readonly replaces: string | undefined },
): Promise<Result<Entered>> {
  const { db, workspace } = context;
  return db.transaction(async (tx): Promise<Result<Entered>> => {
    const codes = setsUp ? await confirmSecondFactor(tx, context, id, code) : null;
    const how = setsUp ? (codes ? "code" : null) : await useSecondFactor(tx, context, id, code);
    if (!how)
      return denyWith("wrong_code", [
        { code: "wrong_code", field: "code", text: identityMessages.wrong_code },
      ]);
    if (!(await spendChallenge(tx, workspace, challenge))) return deny(410, "challenge_gone");
    const session = await openSession(tx, workspace, {
      userId: id,
      ...origin,
      way: how === "recovery" ? "recovery" : "code",
    });
    const { ip, userAgent } = origin;
    const line = { user: id, login, ip, userAgent, credential: session.id };
    if (setsUp) await logAccess(tx, workspace, { kind: "second_factor_on", ...line });
    if (how === "recovery") await logAccess(tx, workspace, { kind: "recovery_code_used", ...line });
    await logAccess(tx, workspace, { kind: "sign_in", ...line, detail: { second_factor: true } });
    return accept({ token: session.token, codes });
  });
}

export const secondStepRoutes: readonly Route[] = [stepRoute];
