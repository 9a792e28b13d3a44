import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  list,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  values,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** Cannot come in yet; has a link to; can; may no longer. */
const WayIn = choice("none", "invited", "enabled", "inactive");
export type WayIn = Static<typeof WayIn>;

const PersonLine = object({
  /** As their record is read, with titles. */
  person: values(),
  state: WayIn,
  /** Of the newest link that nobody used, also when that moment has passed. */
  invited_until: nullable(moment()),
  seen_at: nullable(moment()),
  roles: list(uuid()),
});
export type PersonLine = Readonly<Static<typeof PersonLine>>;

export const listPeople = contract({
  method: "GET",
  path: "/users",
  tag: "people",
  summary: label("成员及其登录状态", "People and whether they can sign in"),
  description: label(
    "列出成员，附上角色、邀请到期时间和最近登录；可按登录状态筛选，一页 100 人。",
    "People with their roles, until when an invitation works and when they were last in; narrowed by state, a hundred on a page.",
  ),
  query: object({
    search: optional(text({ maxLength: 200, pattern: "^[^\\u0000]*$" })),
    state: optional(WayIn),
    cursor: optional(text({ maxLength: 8000 })),
  }),
  answer: page(PersonLine),
  errors: { bad_cursor: 400, forbidden: 403 },
});
