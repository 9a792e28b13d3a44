import { roadIn } from "../../../engine/api/road.ts";
import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { identityMessages } from "../shared/messages.ts";
import { checkPassword, MAX_PASSWORD } from "../shared/password.ts";
import { logAccess } from "./access-log.ts";
import { withRightsOn } from "./acting.ts";
import { keepPassword } from "./change-password.ts";
import { hashPassword } from "./hash-password.ts";
import { checkSecondStep, mayComeFrom } from "./enter.ts";
import { findInvitation, makeInvitation, useInvitation } from "./invite.ts";
import { loadPerson } from "./load-principal.ts";
import { whyNotTheirs } from "./others-person.ts";
import { endSessions, openSession } from "./open-session.ts";
import { bodyOf, deny, denyWith } from "./refusals.ts";
import { originOf, setSessionCookie } from "./session-cookie.ts";
import { writeAll } from "./write.ts";

const CredentialsBody = Type.Object(
  {
    login: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*$" })),
    password: Type.Optional(Type.String({ maxLength: MAX_PASSWORD * 4 })),
    invite: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const setRoute: Route = {
  method: "POST",
  path: "/users/:id/credentials",
  summary: label("设置登录名、密码或发出邀请", "Set someone's login, password, or invite them"),
  tag: "people",
  ability: "people.manage",
  body: CredentialsBody,
  run: setCredentials,
};

async function setCredentials(context: Context, { params, body, request }: Call): Promise<Result<unknown>> {
  const given = bodyOf(CredentialsBody, body);
  if (!given.ok) return given;
  const { db, workspace, principal } = context;
  const { login: asked, password, invite } = given.value;
  const id = params["id"];
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
  return db.transaction(async (tx): Promise<Result<unknown>> => {
    const written = await writeAll(
      withRightsOn(context, ["user"]),
      roadIn(context),
      login === person.login ? [] : [{ op: "update", object: "user", id, values: { login } }],
      tx,
    );
    if (!written.ok) return written;
    if (hash) {
      await keepPassword(tx, workspace, id, hash, id !== principal.id);
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

const invitationRoute: Route = {
  method: "GET",
  path: "/invitations/:token",
  summary: label("查看邀请", "Look at an invitation"),
  tag: "people",
  open: true,
  run: async (context, { params }) => {
    const invited = await findInvitation(context, params["token"] ?? "");
    return invited
      ? accept({ data: { name: invited.name, login: invited.login, company: context.company.name } })
      : deny(410, "invitation_gone");
  },
};

const InvitationBody = Type.Object(
  { password: Type.String({ maxLength: MAX_PASSWORD * 4 }) },
  { additionalProperties: false },
);

const acceptRoute: Route = {
  method: "POST",
  path: "/invitations/:token",
  summary: label("接受邀请并设置密码", "Accept an invitation and set a password"),
  tag: "people",
  open: true,
  body: InvitationBody,
  run: async (context, { params, body, request, reply }) => {
    const given = bodyOf(InvitationBody, body);
    if (!given.ok) return given;
    const token = params["token"] ?? "";
    const invited = await findInvitation(context, token);
    if (!invited) return deny(410, "invitation_gone");
    const weak = checkPassword(given.value.password, invited.login);
    if (weak.length > 0) return denyWith("weak_password", weak);
    const { db, workspace } = context;
    const origin = originOf(request);
    if (!(await mayComeFrom(db, workspace, origin.ip))) return deny(403, "network_not_allowed");
    const hash = await hashPassword(given.value.password);
    const opened = await db.transaction(async (tx): Promise<Result<Result<string>>> => {
      if (!(await useInvitation(tx, context, token))) return deny(410, "invitation_gone");
      await keepPassword(tx, workspace, invited.userId, hash, false);
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
};

export const credentialRoutes: readonly Route[] = [setRoute, invitationRoute, acceptRoute];
