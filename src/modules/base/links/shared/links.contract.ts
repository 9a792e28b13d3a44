import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  choice,
  moment,
  nullable,
  object,
  optional,
  page,
  type Static,
  text,
  uuid,
  whole,
} from "../../../../shared/wire/schema.ts";

/** A link that was used as often as it may, ran out or was revoked opens nothing any more. */
export const LINK_STATES = ["open", "used", "expired", "revoked"] as const;

const Somebody = object({ id: uuid(), name: nullable(text()) });
const LinkItem = object({
  id: uuid(),
  purpose: text(),
  /** What it is for, in the caller's language. */
  label: text(),
  object: text(),
  record: uuid(),
  /** In whose name it acts. */
  person: nullable(Somebody),
  /** Null: the program. */
  made_by: nullable(Somebody),
  made_at: moment(),
  expires_at: moment(),
  max_uses: nullable(whole()),
  uses: whole(),
  last_used_at: nullable(moment()),
  state: choice(...LINK_STATES),
});
export type LinkItem = Static<typeof LinkItem>;

const name = (most: number) => text({ minLength: 1, maxLength: most });
const tag = "links";

export const makeLink = contract({
  method: "POST",
  path: "/links",
  tag,
  status: 201,
  summary: label("创建链接", "Make a link"),
  description: label(
    "为一条记录创建一个不用登录就能打开的链接。网址只在此时返回一次，系统只保存摘要。以别人的名义创建需要“管理成员”权限，且对方的权限不能超过你。",
    "Makes a link to one record that opens without signing in. The address is answered this once; only its digest is stored. In another person’s name it takes the ability to manage people, and nobody who may do more than you.",
  ),
  body: object({
    purpose: name(60),
    object: name(80),
    record: uuid(),
    /** In whose name it acts: for one use, unless `max_uses` says otherwise. */
    person: optional(uuid()),
    /** Absent: as long as its purpose says; at most a year. */
    expires_at: optional(moment()),
    max_uses: optional(whole({ minimum: 1, maximum: 10_000 })),
  }),
  answer: object({ id: uuid(), url: text(), expires_at: moment() }),
  errors: {
    unknown_purpose: 422,
    person_required: 422,
    bad_expiry: 422,
    forbidden: 403,
    not_found: 404,
  },
});

export const revokeLink = contract({
  method: "DELETE",
  path: "/links/:id",
  tag,
  status: 204,
  summary: label("撤回链接", "Revoke a link"),
  description: label(
    "链接立即失效。创建者、以其名义操作的人和管理成员的人可以撤回。",
    "It opens nothing from now on. Whoever made it, the person it acts for and those who manage people may revoke it.",
  ),
  answer: NOTHING,
  errors: { not_found: 404 },
});

export const listLinks = contract({
  method: "GET",
  path: "/links",
  tag,
  summary: label("链接，最新在前", "Links, newest first"),
  description: label(
    "返回你创建的和以你的名义操作的链接；管理成员的人看到全部。不含网址。",
    "Links that you made and those that act in your name; all of them for whoever manages people. Never with their addresses.",
  ),
  query: object({
    object: optional(text({ maxLength: 80 })),
    record: optional(uuid()),
    state: optional(choice(...LINK_STATES)),
    cursor: optional(text({ maxLength: 200 })),
  }),
  answer: page(LinkItem),
  errors: { bad_cursor: 400 },
});
