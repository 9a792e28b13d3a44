import { roadIn } from "../../../engine/api/road.ts";
import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { checkPassword, MAX_PASSWORD } from "../shared/password.ts";
import { logAccess } from "./access-log.ts";
import { withRightsOn } from "./acting.ts";
import { keepPassword } from "./change-password.ts";
import { hashPassword } from "./hash-password.ts";
import { loadPerson } from "./load-principal.ts";
import { endSessions } from "./open-session.ts";
import { provePassword } from "./prove-password.ts";
import { readMe } from "./read-me.ts";
import { bodyOf, deny, denyWith } from "./refusals.ts";
import { originOf } from "./session-cookie.ts";
import { writeAll } from "./write.ts";

const answerMe = async (context: Context): Promise<Result<unknown>> => {
  const me = await readMe(context);
  return me.ok ? accept({ data: me.value }) : me;
};
const readRoute: Route = {
  whilePasswordDue: true,
  method: "GET",
  path: "/me",
  summary: label("我是谁", "Who is signed in"),
  tag: "me",
  run: answerMe,
};

const text = (maxLength: number) => Type.Optional(Type.Union([Type.String({ maxLength }), Type.Null()]));
const MePatch = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    email: text(200),
    mobile: text(40),
    language: Type.Optional(Type.Union([Type.Literal("zh-CN"), Type.Literal("en"), Type.Null()])),
  },
  { additionalProperties: false },
);

const patchRoute: Route = {
  method: "PATCH",
  path: "/me",
  summary: label("修改本人资料", "Change one's own details"),
  tag: "me",
  body: MePatch,
  run: async (context, { body }) => {
    const given = bodyOf(MePatch, body);
    if (!given.ok) return given;
    if (!context.principal.id) return deny(401, "signed_out");
    const written = await writeAll(withRightsOn(context, ["user"]), roadIn(context), [
      { op: "update", object: "user", id: context.principal.id, values: { ...given.value } },
    ]);
    return written.ok ? answerMe(context) : written;
  },
};

const MAX_PREFERENCES = 64;
const Preferences = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown());

const preferencesRoute: Route = {
  method: "PUT",
  path: "/me/preferences",
  summary: label("保存个人偏好（合并；null 删除）", "Keep preferences (merged; null removes one)"),
  tag: "me",
  body: Preferences,
  run: async ({ db, workspace, principal }, { body }) => {
    const given = bodyOf(Preferences, body);
    if (!given.ok) return given;
    const value = JSON.stringify(given.value);
    if (Buffer.byteLength(value) > MAX_PREFERENCES * 1024)
      return deny(413, "too_large", { max: MAX_PREFERENCES });
    const removed = Object.keys(given.value).filter((key) => given.value[key] === null);
    const [row] = await db.query<{ value: unknown }>({
      text: `insert into ${systemTable(workspace, "preference")} as p (user_id, value) values ($1, $2::jsonb - $3::text[])
        on conflict (user_id) do update set value = (p.value || $2::jsonb) - $3::text[] where octet_length((p.value || $2::jsonb)::text) <= ${MAX_PREFERENCES * 1024} returning value`,
      values: [principal.id, value, removed],
    });
    return row ? accept({ data: row.value }) : deny(413, "too_large", { max: MAX_PREFERENCES });
  },
};

const PasswordBody = Type.Object(
  { current: Type.String({ maxLength: 1000 }), next: Type.String({ maxLength: MAX_PASSWORD * 4 }) },
  { additionalProperties: false },
);

const passwordRoute: Route = {
  method: "POST",
  path: "/me/password",
  whilePasswordDue: true,
  summary: label("修改密码", "Change one's password"),
  tag: "me",
  status: 204,
  body: PasswordBody,
  run: async (context, { body, request }) => {
    const given = bodyOf(PasswordBody, body);
    if (!given.ok) return given;
    const { db, workspace, principal } = context;
    if (principal.kind !== "person" || !principal.id) return deny(403, "person_needed");
    const person = await loadPerson(db, workspace, principal.id);
    if (!person?.login) return deny(403, "person_needed");
    const weak = checkPassword(given.value.next, person.login, "next");
    if (weak.length > 0) return denyWith("weak_password", weak);
    const origin = originOf(request);
    const proven = await provePassword(context, person.login, given.value.current, origin.ip, "current");
    if (!proven.ok) return proven;
    const hash = await hashPassword(given.value.next);
    await db.transaction(async (tx) => {
      await keepPassword(tx, workspace, principal.id ?? "", hash, false);
      await endSessions(tx, workspace, principal.id ?? "", principal.credential ?? null);
      await logAccess(tx, workspace, {
        kind: "password_changed",
        user: principal.id,
        credential: principal.credential ?? null,
        ...origin,
      });
    });
    return accept(null);
  },
};

export const meRoutes: readonly Route[] = [readRoute, patchRoute, preferencesRoute, passwordRoute];
