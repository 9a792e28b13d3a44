import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import { accept } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { logAccess } from "./access-log.ts";
import { whyNotTheirs } from "./others-person.ts";
import { readMe } from "./read-me.ts";
import { readSessions, SESSION_CURSOR } from "./read-sessions.ts";
import { bodyOf, deny } from "./refusals.ts";
import { clearSessionCookie, originOf, sessionTokenOf, setSessionCookie } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";

const SignInBody = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000]*$" }),
    password: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
);

const openRoute: Route = {
  method: "POST",
  path: "/session",
  summary: label("登录", "Sign in"),
  tag: "session",
  open: true,
  viewing: "open",
  body: SignInBody,
  run: async (context, { body, request, reply }) => {
    const given = bodyOf(SignInBody, body);
    if (!given.ok) return given;
    const opened = await signIn(context, {
      ...given.value,
      ...originOf(request),
      replaces: sessionTokenOf(request),
    });
    if (!opened.ok) return opened;
    setSessionCookie(reply, opened.value.token);
    return accept({ user: opened.value.user });
  },
};

/** The page's first question; unlike /me it is no refusal that nobody is there yet. */
const stateRoute: Route = {
  method: "GET",
  path: "/session",
  summary: label("当前登录的人，没有则为空", "Who is signed in, null when nobody is"),
  tag: "session",
  open: true,
  run: async (context) => {
    if (!context.principal.id) return accept({ data: null });
    const me = await readMe(context);
    return me.ok ? accept({ data: me.value }) : me;
  },
};

const closeRoute: Route = {
  method: "DELETE",
  path: "/session",
  summary: label("退出登录", "Sign out"),
  tag: "session",
  status: 204,
  viewing: "open",
  whilePasswordDue: true,
  run: async (context, { request, reply }) => {
    const { db, workspace, principal } = context;
    clearSessionCookie(reply);
    if (principal.kind !== "person" || !principal.credential) return accept(null);
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
};

const ForUser = Type.Object({ user: Type.Optional(Type.String({ maxLength: 36 })) });
const ListQuery = Type.Object({
  user: Type.Optional(Type.String({ maxLength: 36 })),
  q: Type.Optional(Type.String({ maxLength: 100, pattern: "^[^\\u0000]*$" })),
  cursor: Type.Optional(Type.String({ pattern: SESSION_CURSOR })),
});

const listRoute: Route = {
  method: "GET",
  path: "/sessions",
  summary: label("我的登录会话（user=* 为全部）", "My sessions (user=* for everybody's)"),
  tag: "session",
  viewing: "closed",
  query: ListQuery,
  run: async (context, { query }) => {
    const user = query["user"] ?? context.principal.id;
    if (user !== context.principal.id && !hasAbility(context, "people.manage")) return deny(403, "forbidden");
    if (user !== "*" && !isUuid(user)) return deny(400, "malformed");
    const refused = user === context.principal.id ? await whyNotTheirs(context, user) : null;
    if (refused) return refused;
    const { data, next } = await readSessions(context, {
      user: user === "*" ? null : user,
      named: query["q"],
      cursor: query["cursor"],
    });
    return accept({ data, page: { next } });
  },
};

const endRoute: Route = {
  method: "DELETE",
  path: "/sessions/:id",
  summary: label("结束会话", "End a session"),
  tag: "session",
  query: ForUser,
  status: 204,
  run: async (context, { params, query, request }) => {
    const { db, workspace, principal } = context;
    const user = query["user"] ?? principal.id;
    if (user !== principal.id && !hasAbility(context, "people.manage")) return deny(403, "forbidden");
    if (!isUuid(params["id"]) || !isUuid(user)) return deny(404, "not_found");
    const refused = await whyNotTheirs(context, user);
    if (refused) return refused;
    const rows = await db.query({
      text: `update ${systemTable(workspace, "session")} set ended_at = now() where id = $1 and user_id = $2 and ended_at is null returning id`,
      values: [params["id"], user],
    });
    if (rows.length === 0) return deny(404, "not_found");
    await logAccess(db, workspace, {
      kind: "session_ended",
      user,
      credential: params["id"],
      ...originOf(request),
      detail: { by: principal.id },
    });
    return accept(null);
  },
};

export const sessionRoutes: readonly Route[] = [openRoute, stateRoute, closeRoute, listRoute, endRoute];
