import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

const id = () => text({ maxLength: 36 });
/** As a person, or as somebody who had this role alone, in a department. */
const ViewedAs = oneOf(closed({ user: id() }), closed({ role: id(), department: optional(nullable(id())) }));
export type ViewedAs = Static<typeof ViewedAs>;

const common = { path: "/view-as", tag: "permissions" } as const;

export const startViewAs = contract({
  ...common,
  method: "POST",
  summary: label("以某个成员或角色的身份只读查看", "Look at everything as a person or role, read-only"),
  description: label(
    "以某位成员或角色的身份查看系统，只能看不能改；记入访问日志。",
    "Looks at everything as a member or role would, without changing anything; recorded in the access log.",
  ),
  body: ViewedAs,
  answer: data(object({ as: text(), since: moment() })),
  errors: { not_found: 404, person_needed: 403, view_as_exceeds: 403 },
});

export const endViewAs = contract({
  ...common,
  method: "DELETE",
  summary: label("结束以他人身份查看", "Stop looking as someone else"),
  description: label("回到自己的身份。", "Back to oneself."),
  status: 204,
  answer: NOTHING,
});
