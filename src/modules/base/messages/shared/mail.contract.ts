import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  list,
  moment,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const Security = choice("none", "starttls", "tls");
const MailSettings = object({
  /** null: no mails are sent. */
  host: nullable(text()),
  port: whole(),
  security: Security,
  user: nullable(text()),
  from: text(),
  /** There is a password; it is never shown again. */
  password_kept: flag(),
  /** Where links in mails lead; null where nobody has said. */
  site: nullable(text()),
});
export type MailSettings = Static<typeof MailSettings>;

/** An address alone, without a name before it. */
export const ADDRESS = '^[^\\s@<>,;"]+@[^\\s@<>,;"]+$';
const line = (maxLength: number) => text({ maxLength, pattern: "^[^\\u0000-\\u001f]*$" });
const MailPatch = closed({
  host: optional(nullable(line(253))),
  port: optional(whole({ minimum: 1, maximum: 65_535 })),
  security: optional(Security),
  user: optional(nullable(line(300))),
  /** Kept sealed, never shown again; null forgets it. */
  password: optional(nullable(text({ maxLength: 1000, pattern: "^[^\\u0000]*$" }))),
  from: optional(line(320)),
});
export type MailPatch = Static<typeof MailPatch>;

const common = { tag: "settings", path: "/settings/mail" } as const;

export const readMailSettings = contract({
  ...common,
  method: "GET",
  summary: label("邮件服务器", "Mail server"),
  description: label(
    "返回发送邮件的服务器设置，不含密码。需要“管理公司设置”权限。",
    "The server that mails are sent by, without its password. Needs the right to manage company settings.",
  ),
  answer: data(MailSettings),
});

export const changeMailSettings = contract({
  ...common,
  method: "PATCH",
  summary: label("修改邮件服务器", "Change the mail server"),
  description: label(
    "修改发送邮件的服务器；可以是内网地址。密码加密保存，不再返回；换了服务器而没有给出密码时，旧密码被清除。",
    "Changes the server; it may be in one’s own network. The password is kept sealed and never comes back; a new host without a password clears the old one.",
  ),
  body: MailPatch,
  answer: data(MailSettings),
  errors: { person_needed: 403, bad_mail_settings: 422 },
});

export const testMailSettings = contract({
  ...common,
  method: "POST",
  path: "/settings/mail/test",
  summary: label("发送测试邮件", "Send a test mail"),
  description: label(
    "立即用当前设置发送一封测试邮件，返回服务器的答复；没有发出时返回 502 和服务器的原话。",
    "Sends a mail at once by the current settings and answers what the server said; 502 with its words where it was not sent.",
  ),
  body: closed({ to: text({ pattern: ADDRESS, maxLength: 320 }) }),
  answer: object({ answer: text() }),
  errors: { no_mail_server: 409, mail_not_sent: 502, too_many_tests: 429 },
});

const RefusedAddress = object({
  address: text(),
  /** What the server said. */
  words: text(),
  at: moment(),
});
export type RefusedAddress = Static<typeof RefusedAddress>;

export const listRefusedAddresses = contract({
  tag: "settings",
  method: "GET",
  path: "/mail-refusals",
  summary: label("被拒收的邮箱地址", "Refused mail addresses"),
  description: label(
    "返回邮件服务器永久拒收的成员邮箱，以及它的原话。需要“管理成员”或“管理公司设置”权限。",
    "Addresses of people that a mail server refused for good, with its words. Needs the right to manage people or company settings.",
  ),
  answer: object({ data: list(RefusedAddress) }),
});

export const clearRefusedAddress = contract({
  tag: "settings",
  method: "DELETE",
  path: "/mail-refusals/:address",
  summary: label("解除拒收标记", "Clear a refused address"),
  description: label(
    "地址已经可用时解除标记，之后的邮件会再次发往该地址。",
    "Takes the mark off an address that works again; later mails go to it.",
  ),
  status: 204,
  answer: NOTHING,
});
