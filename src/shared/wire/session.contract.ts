import { label, LANGUAGES } from "../i18n/label.ts";
import { contract, NOTHING } from "./contract.ts";
import {
  anyValue,
  choice,
  closed,
  data,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  text,
  uuid,
  values,
  type Static,
} from "./schema.ts";

const Language = choice(...LANGUAGES);

const Viewing = object({
  kind: choice("user", "role"),
  by: object({ id: text(), name: text() }),
  since: moment(),
});
export type Viewing = Static<typeof Viewing>;

const CompanyAnswer = object({ name: text(), currency: text(), zone: text(), language: Language });
export type CompanyAnswer = Static<typeof CompanyAnswer>;

/** What the screens know of who is signed in. */
export const Me = object({
  user: object({
    id: uuid(),
    name: text(),
    login: nullable(text()),
    email: nullable(text()),
    language: nullable(Language),
  }),
  /** A colleague without roles, who sees the tasks handed to them and nothing else. */
  collaborator: optional(flag()),
  roles: list(object({ name: text(), label: mapOf(text()) })),
  departments: list(object({ id: uuid(), name: text() })),
  /** "*" is all. */
  abilities: list(text()),
  company: CompanyAnswer,
  preferences: values(),
  /** Screens carry who looks and when. */
  watermark: flag(),
  /** The password was set by someone else: ask for an own one. */
  must_change_password: flag(),
  /** Somebody looks as this person or role; nothing can be changed. */
  viewing: optional(Viewing),
});
export type Me = Static<typeof Me>;

/** Who has just come in. */
export const SessionUser = object({ id: uuid(), name: text(), login: text() });
export type SessionUser = Static<typeof SessionUser>;

/**
 * Refusals of whoever gave a right password: something is missing still, or passwords do not serve here. Both
 * `second_factor_…` carry what the next step needs (`SecondStep`).
 */
export const STEP_REFUSALS = {
  network_not_allowed: 403,
  password_off: 403,
  second_factor_required: 401,
  second_factor_setup_required: 401,
  sign_in_again: 409,
} as const;

const session = { tag: "session", path: "/session" } as const;

export const openByPassword = contract({
  ...session,
  method: "POST",
  summary: label("登录", "Sign in"),
  description: label(
    "用登录名和密码登录，成功后设置 Cookie；开启两步验证时还需第二步。",
    "Signs in with login and password and sets the cookie; with two-step sign-in a second step follows.",
  ),
  body: closed({
    login: text({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000]*$" }),
    password: text({ minLength: 1, maxLength: 1000 }),
  }),
  answer: object({ user: SessionUser }),
  errors: { ...STEP_REFUSALS, bad_credentials: 401, locked: 401, too_many_attempts: 429 },
});

/** The page's first question; unlike /me it is no refusal that nobody is there yet. */
export const readSession = contract({
  ...session,
  method: "GET",
  summary: label("当前登录的人，没有则为空", "Who is signed in, null when nobody is"),
  description: label(
    "返回当前登录的人、能力、偏好和公司设置；未登录返回 null。",
    "Who is signed in with abilities, preferences and the company’s settings; null for nobody.",
  ),
  answer: data(nullable(Me)),
  errors: { signed_out: 401 },
});

export const closeSession = contract({
  ...session,
  method: "DELETE",
  summary: label("退出登录", "Sign out"),
  description: label("退出登录，Cookie 随即失效。", "Signs out; the cookie is worth nothing from then on."),
  status: 204,
  answer: NOTHING,
});

export const keepPreferences = contract({
  method: "PUT",
  path: "/me/preferences",
  tag: "me",
  summary: label("保存个人偏好（合并；null 删除）", "Keep preferences (merged; null removes one)"),
  description: label(
    "保存界面偏好，如列和语言；与已有的合并，null 删除一项。",
    "Keeps preferences such as columns and language; merged with what is there, null removes one.",
  ),
  body: mapOf(anyValue()),
  answer: data(values()),
  errors: { too_large: 413 },
});
