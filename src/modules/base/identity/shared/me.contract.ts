import { label, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import { choice, closed, data, nullable, optional, text } from "../../../../shared/wire/schema.ts";
import { Me } from "../../../../shared/wire/session.contract.ts";
import { MAX_PASSWORD } from "./password-length.ts";

const common = { tag: "me", path: "/me" } as const;
const orNothing = (maxLength: number) => optional(nullable(text({ maxLength })));

export const readMyself = contract({
  ...common,
  method: "GET",
  summary: label("我是谁", "Who is signed in"),
  description: label(
    "返回当前的人或密钥及其权限，适合用来检验密钥。",
    "Who is asking, a member or a key, with their rights: good for trying a key.",
  ),
  answer: data(Me),
  errors: { signed_out: 401 },
});

export const changeMyself = contract({
  ...common,
  method: "PATCH",
  summary: label("修改本人资料", "Change one's own details"),
  description: label("修改本人的姓名、电话、语言等。", "Changes one’s own name, phone, language and so on."),
  body: closed({
    name: optional(text({ minLength: 1, maxLength: 100 })),
    email: orNothing(200),
    mobile: orNothing(40),
    language: optional(nullable(choice(...LANGUAGES))),
  }),
  answer: data(Me),
  errors: { signed_out: 401 },
});

export const changePassword = contract({
  ...common,
  method: "POST",
  path: "/me/password",
  summary: label("修改密码", "Change one's password"),
  description: label(
    "修改本人密码，需要当前密码；其他会话随即结束。",
    "Changes one’s own password, given the present one; other sessions end.",
  ),
  status: 204,
  body: closed({ current: text({ maxLength: 1000 }), next: text({ maxLength: MAX_PASSWORD * 4 }) }),
  answer: NOTHING,
  errors: {
    person_needed: 403,
    weak_password: 422,
    wrong_password: 422,
    locked: 429,
    too_many_attempts: 429,
  },
});
