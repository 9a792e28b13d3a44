import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { MAX_PASSWORD } from "../shared/password.ts";
import type { SetupState } from "../shared/wire.ts";
import { openSession } from "./open-session.ts";
import { bodyOf } from "./refusals.ts";
import { originOf, setSessionCookie } from "./session-cookie.ts";
import { isSetupOpen, setUp } from "./set-up.ts";

const text = (maxLength: number) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$" }));
const SetupBody = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$" }),
    password: Type.String({ maxLength: MAX_PASSWORD * 4 }),
    name: text(100),
    email: text(200),
    company: text(200),
    language: Type.Optional(Type.Union([Type.Literal("zh-CN"), Type.Literal("en")])),
    currency: text(3),
    zone: text(60),
  },
  { additionalProperties: false },
);

const stateRoute: Route = {
  method: "GET",
  path: "/setup",
  longest: 120_000,
  summary: label("是否需要初始设置", "Whether setup is needed"),
  tag: "setup",
  open: true,
  run: async (context) => {
    const { name, language } = context.company;
    const state: SetupState = { needed: await isSetupOpen(context), company: { name, language } };
    return accept({ data: state });
  },
};

const setUpRoute: Route = {
  method: "POST",
  path: "/setup",
  longest: 120_000,
  summary: label("创建公司和系统管理员", "Make the company and its administrator"),
  tag: "setup",
  open: true,
  status: 201,
  body: SetupBody,
  run: async (context, { body, request, reply }) => {
    const given = bodyOf(SetupBody, body);
    if (!given.ok) return given;
    const made = await setUp(context, given.value);
    if (!made.ok) return made;
    const session = await openSession(context.db, context.workspace, {
      userId: made.value,
      ...originOf(request),
      way: "password",
    });
    setSessionCookie(reply, session.token);
    return accept({
      user: { id: made.value, name: given.value.name ?? given.value.login, login: given.value.login },
    });
  },
};

export const setUpRoutes: readonly Route[] = [stateRoute, setUpRoute];
