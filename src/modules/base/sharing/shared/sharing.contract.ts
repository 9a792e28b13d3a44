import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  data,
  flag,
  list,
  nullable,
  object,
  text,
  uuid,
  type Static,
} from "../../../../shared/wire/schema.ts";

const DepartmentChange = object({
  department: nullable(text({ maxLength: 60 })),
  /** Whether the person's open records of the old department go along; else they stay where they are. */
  move_records: flag(),
});
export type DepartmentChange = Static<typeof DepartmentChange>;

const DepartmentAnswer = object({
  department: nullable(text()),
  /** Whether records are on their way. */
  moving: flag(),
});
export type DepartmentAnswer = Static<typeof DepartmentAnswer>;

const Sharing = object({
  may_share: flag(),
  /** Shares with people whose roles do not open the object. */
  powerless: list(uuid()),
});
export type Sharing = Static<typeof Sharing>;

export const changeDepartmentOf = contract({
  method: "POST",
  path: "/users/:id/department",
  tag: "people",
  summary: label("调动部门", "Move a person to another department"),
  description: label(
    "把成员调到另一个部门，按选择带走或留下名下的记录。",
    "Moves a member to another department; their records come along or stay, as chosen.",
  ),
  body: DepartmentChange,
  answer: DepartmentAnswer,
  errors: { not_found: 404, exceeds_sight: 403 },
});

export const readSharing = contract({
  method: "GET",
  path: "/records/:object/:id/sharing",
  tag: "records",
  summary: label(
    "本人能否共享这条记录，以及哪些共享不起作用",
    "Whether the caller may share this record, and which shares open nothing",
  ),
  description: label(
    "返回本人能否共享这条记录，以及已有的共享中哪些不起作用、为什么。",
    "Whether one may share this record, and which of its shares open nothing, and why.",
  ),
  answer: data(Sharing),
  errors: { not_found: 404, unknown_object: 404 },
});
