import { type Route, accept, hasAbility, isUuid, serve, systemTable } from "../../../../engine/public.ts";
import { closeSession, openByPassword, readSession } from "../../../../shared/wire/session.contract.ts";
import { endSession, listSessions } from "../shared/sessions.contract.ts";
import { logAccess } from "./access-log.ts";
import { whyNotTheirs } from "./others-person.ts";
import { readMe } from "./read-me.ts";
import { readSessions } from "./read-sessions.ts";
import { deny } from "./refusals.ts";
import { clearSessionCookie, originOf, sessionTokenOf, setSessionCookie } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";

const openRoute = serve(
  openByPassword,
  { open: true, viewing: "open" },
  async (context, { body, request, reply }) => {
    const opened = await signIn(context, {
      ...body,
      ...originOf(request),
      replaces: sessionTokenOf(request),
    });
    if (!opened.ok) return opened;
    setSessionCookie(reply, opened.value.token);
    return accept({ user: opened.value.user });
  },
);

const stateRoute = serve(readSession, { open: true }, async (context) => {
  if (!context.principal.id) return accept({ data: null });
  const me = await readMe(context);
  return me.ok ? accept({ data: me.value }) : me;
});

const closeRoute = serve(
  closeSession,
  { viewing: "open", whilePasswordDue: true, outsiders: true },
  async (context, { request, reply }) => {
    const { db, workspace, principal } = context;
    clearSessionCookie(reply);
    if (!["person", "collaborator"].includes(principal.kind) || !principal.credential) return accept(null);
    await db.query({
      text: `update ${systemTable(workspace, "session")} set ended_at = now() where id = $1 and ended_at is null`,
      values: [principal.credential],
    });
    await logAccess(db, workspace, {
      kind: "sign_out",
      user: principal.viewedBy?.id ?? principal.id,
      credential: principal.credential,
      ...originOf(request),
    });
    return accept(null);
  },
);

const listRoute = serve(listSessions, { viewing: "closed" }, async (context, { query }) => {
  const { user = context.principal.id, q: named, cursor } = query;
  if (user !== context.principal.id && !hasAbility(context, "people.manage")) return deny(403, "forbidden");
  if (user !== "*" && !isUuid(user)) return deny(400, "malformed");
  const refused = user === context.principal.id ? await whyNotTheirs(context, user) : null;
  if (refused) return refused;
  const { data, next } = await readSessions(context, { user: user === "*" ? null : user, named, cursor });
  return accept({ data, page: { next } });
});

const endRoute = serve(endSession, {}, async (context, { params: { id }, query, request }) => {
  const { db, workspace, principal } = context;
  const { user = principal.id } = query;
  if (user !== principal.id && !hasAbility(context, "people.manage")) return deny(403, "forbidden");
  if (!isUuid(id) || !isUuid(user)) return deny(404, "not_found");
  const refused = await whyNotTheirs(context, user);
  if (refused) return refused;
  const rows = await db.query({
    text: `update ${systemTable(workspace, "session")} set ended_at = now() where id = $1 and user_id = $2 and ended_at is null returning id`,
    values: [id, user],
  });
  if (rows.length === 0) return deny(404, "not_found");
  await logAccess(db, workspace, {
    kind: "session_ended",
    user,
    credential: id,
    ...originOf(request),
    detail: { by: principal.id },
  });
  return accept(null);
});

export const sessionRoutes: readonly Route[] = [openRoute, stateRoute, closeRoute, listRoute, endRoute];
