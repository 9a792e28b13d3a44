import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  list,
  moment,
  object,
  optional,
  text,
  uuid,
} from "../../../../shared/wire/schema.ts";

const line = (maxLength: number) => text({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$" });

export const invitePerson = contract({
  method: "POST",
  path: "/users/invite",
  tag: "people",
  summary: label("邀请成员", "Invite someone"),
  description: label(
    "一次完成：新建成员、授予角色、生成 7 天有效且只能用一次的邀请链接。contact 是邮箱或手机号，也作为登录名。",
    "In one go: makes the member, gives the roles and answers an invitation link that works once within seven days. contact is a mail address or a mobile number and is what they sign in with.",
  ),
  status: 201,
  body: closed({
    name: line(100),
    contact: line(100),
    /** A collaborator has no roles and sees only the tasks handed to them. */
    kind: optional(choice("person", "collaborator")),
    department: optional(uuid()),
    roles: optional(list(uuid(), { maxItems: 20 })),
  }),
  answer: data(
    object({
      id: uuid(),
      login: text(),
      /** Where they choose a password; shown once. */
      invitation: object({ path: text(), expires_at: moment() }),
    }),
  ),
  errors: { forbidden: 403, not_writable: 403, invalid: 422, duplicate: 409 },
});
