import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { closed, data, flag, moment, object, optional, text, uuid } from "../../../../shared/wire/schema.ts";
import { SessionUser, STEP_REFUSALS } from "../../../../shared/wire/session.contract.ts";
import { MAX_PASSWORD } from "./password-length.ts";

export const setCredentials = contract({
  method: "POST",
  path: "/users/:id/credentials",
  tag: "people",
  summary: label("设置登录名、密码或发出邀请", "Set someone's login, password, or invite them"),
  description: label(
    "为成员设置登录名和密码，或生成 7 天有效、只能用一次的邀请链接。",
    "Sets a member’s login and password, or makes an invitation link that works once within seven days.",
  ),
  body: closed({
    login: optional(text({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*$" })),
    password: optional(text({ maxLength: MAX_PASSWORD * 4 })),
    invite: optional(flag()),
  }),
  answer: data(
    object({
      id: uuid(),
      login: text(),
      /** Where they choose a password; shown once. */
      invitation: optional(object({ path: text(), expires_at: moment() })),
    }),
  ),
  errors: { not_found: 404, no_login: 422, weak_password: 422 },
});

const invitation = { tag: "people", path: "/invitations/:token" } as const;

export const readInvitation = contract({
  ...invitation,
  method: "GET",
  summary: label("查看邀请", "Look at an invitation"),
  description: label(
    "返回邀请是给谁的、是否仍有效。",
    "Whom an invitation is for, and whether it still works.",
  ),
  answer: data(object({ name: text(), login: text(), company: text() })),
  errors: { invitation_gone: 410 },
});

export const acceptInvitation = contract({
  ...invitation,
  method: "POST",
  summary: label("接受邀请并设置密码", "Accept an invitation and set a password"),
  description: label(
    "接受邀请，设置密码并登录；链接随即失效。",
    "Accepts it, sets the password and signs in; the link is used up.",
  ),
  body: closed({ password: text({ maxLength: MAX_PASSWORD * 4 }) }),
  answer: object({ user: SessionUser }),
  errors: { ...STEP_REFUSALS, invitation_gone: 410, weak_password: 422 },
});
