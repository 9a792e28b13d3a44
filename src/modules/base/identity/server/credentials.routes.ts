import {
  type CallOf,
  type Context,
  type Result,
  type Route,
  accept,
  elevate,
  isUuid,
  roadIn,
  serve,
} from "../../../../engine/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { acceptInvitation, readInvitation, setCredentials } from "../shared/credentials.contract.ts";
import { identityMessages } from "../shared/messages.ts";
import { checkPassword } from "../shared/password.ts";
import { logAccess } from "./access-log.ts";
import { storePassword } from "./change-password.ts";
import { hashPassword } from "./hash-password.ts";
import { checkSecondStep, isNetworkAllowed } from "./enter.ts";
import { findInvitation, makeInvitation, useInvitation } from "./invite.ts";
import { loadPerson } from "./load-principal.ts";
import { whyNotTheirs } from "./others-person.ts";
import { endSessions, openSession } from "./open-session.ts";
import { deny, denyWith } from "./refusals.ts";
import { originOf, setSessionCookie } from "./session-cookie.ts";
import { writeAll } from "./write.ts";

type Given = AnswerOf<typeof setCredentials>;

async function giveCredentials(
  context: Context,
  { params: { id }, body, request }: CallOf<typeof setCredentials>,
): Promise<Result<Given>> {
  const { db, workspace, principal } = context;
  const { login: asked, password, invite } = body;
  const person = isUuid(id) ? await loadPerson(db, workspace, id) : null;
  if (!person || !isUuid(id)) return deny(404, "not_found");
  // Whoever sets a password can sign in with it: only for people who have no more rights than oneself.
  const refused = await whyNotTheirs(context, id);
  if (refused) return refused;
  const login = asked?.trim() || person.login;
  if (!login)
    return denyWith("no_login", [{ code: "no_login", field: "login", text: identityMessages.no_login }]);
  const weak = password === undefined ? [] : checkPassword(password, login);
  if (weak.length > 0) return denyWith("weak_password", weak);
  const hash = password === undefined ? null : await hashPassword(password);
  return db.transaction(async (tx): Promise<Result<Given>> => {
    const written = await writeAll(
      elevate(context, "who may manage people gives them their login", ["user"]),
      roadIn(context),
      login === person.login ? [] : [{ op: "update", object: "user", id, values: { login } }],
      tx,
    );
    if (!written.ok) return written;
    if (hash) {
      await storePassword(tx, workspace, id, hash, id !== principal.id);
      await endSessions(tx, workspace, id, principal.credential ?? null);
    }
    const invitation = invite ? await makeInvitation(tx, context, id) : null;
    await logAccess(tx, workspace, {
      kind: invitation ? "invited" : "credentials_set",
      user: id,
      login,
      ...originOf(request),
      detail: { by: principal.id, password: hash !== null },
    });
    return accept({ data: { id, login, ...(invitation ? { invitation } : {}) } });
  });
}

const setRoute = serve(setCredentials, { ability: "people.manage" }, giveCredentials);

const invitationRoute = serve(readInvitation, { open: true }, async (context, { params }) => {
  const invited = await findInvitation(context, params.token);
  return invited
    ? accept({ data: { name: invited.name, login: invited.login, company: context.company.name } })
    : deny(410, "invitation_gone");
});

const acceptRoute = serve(
  acceptInvitation,
  { open: true },
  async (context, { params: { token }, body, request, reply }) => {
    const invited = await findInvitation(context, token);
    if (!invited) return deny(410, "invitation_gone");
    const weak = checkPassword(body.password, invited.login);
    if (weak.length > 0) return denyWith("weak_password", weak);
    const { db, workspace } = context;
    const origin = originOf(request);
    if (!(await isNetworkAllowed(db, workspace, origin.ip))) return deny(403, "network_not_allowed");
    const hash = await hashPassword(body.password);
    const opened = await db.transaction(async (tx): Promise<Result<Result<string>>> => {
      if (!(await useInvitation(tx, context, token))) return deny(410, "invitation_gone");
      await storePassword(tx, workspace, invited.userId, hash, false);
      await endSessions(tx, workspace, invited.userId);
      // An invitation stands for the password only. It is kept although a code is still missing: accepted,
      // with a refusal within.
      const whole = await checkSecondStep(tx, context, { id: invited.userId, login: invited.login });
      if (!whole.ok) return accept(whole);
      const session = await openSession(tx, workspace, {
        userId: invited.userId,
        ...origin,
        way: "password",
      });
      await logAccess(tx, workspace, {
        kind: "invitation_used",
        user: invited.userId,
        login: invited.login,
        credential: session.id,
        ...origin,
      });
      return accept(accept(session.token));
    });
    if (!opened.ok) return opened;
    if (!opened.value.ok) return opened.value;
    setSessionCookie(reply, opened.value.value);
    return accept({ user: { id: invited.userId, name: invited.name, login: invited.login } });
  },
);

export const credentialRoutes: readonly Route[] = [setRoute, invitationRoute, acceptRoute];
