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
  answer: data(Sharing),
  errors: { not_found: 404, unknown_object: 404 },
});
