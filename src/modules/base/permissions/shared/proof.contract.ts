import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { Explanation, ProofStep } from "../../../../shared/wire/explanation.ts";
import {
  choice,
  data,
  flag,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  type Static,
} from "../../../../shared/wire/schema.ts";

const AskedAction = choice(
  "read",
  "update",
  "delete",
  "create",
  "transition",
  "export",
  "transfer",
  "restore",
  "use",
);
export type AskedAction = Static<typeof AskedAction>;

const ExplainAnswer = object({
  ...Explanation.properties,
  action: AskedAction,
  who: object({ id: uuid(), name: text(), kind: choice("user", "role") }),
  object: nullable(text()),
  /** Its title only where the caller may read it. */
  record: nullable(object({ id: uuid(), title: nullable(text()) })),
});
export type ExplainAnswer = Static<typeof ExplainAnswer>;

const Reader = object({
  id: uuid(),
  name: text(),
  department: nullable(text()),
  /** The shortest reason. */
  reason: ProofStep,
  /** Whether they may also change it. */
  update: flag(),
});
export type Reader = Static<typeof Reader>;

const id = () => optional(text({ maxLength: 36 }));
const name = () => optional(text({ maxLength: 63 }));
/** Whose rights (a person's, or a role's in a department), on what, to do what; `read` unless told. */
const ExplainQuery = object({
  user: id(),
  role: id(),
  department: id(),
  object: name(),
  record: id(),
  field: name(),
  action: name(),
  ability: optional(text({ maxLength: 80 })),
});
export type ExplainQuery = Static<typeof ExplainQuery>;

export const explainRight = contract({
  method: "GET",
  path: "/permissions/explain",
  tag: "permissions",
  summary: label(
    "为什么能或不能：某人对某条记录、字段或按钮的权限依据",
    "Why someone may or may not: the proof for a record, field or button",
  ),
  description: label(
    "说明某位成员对一条记录、一个字段或按钮为什么能或不能，依据与系统判断时相同。",
    "Why a member may or may not do something with a record, field or button, by the same rules that decide it.",
  ),
  query: ExplainQuery,
  answer: data(ExplainAnswer),
  errors: { not_found: 404, unknown_object: 404, unknown_field: 400 },
});

export const readReaders = contract({
  method: "GET",
  path: "/permissions/readers",
  tag: "permissions",
  summary: label("谁能看到这条记录，各因为什么", "Who can read a record, and why each"),
  description: label(
    "列出能看到一条记录的所有成员，以及各因什么。",
    "Everybody who can read a record, and by what.",
  ),
  query: object({ object: text({ maxLength: 63 }), record: text({ maxLength: 36 }), cursor: id() }),
  answer: page(Reader),
  errors: { not_found: 404, unknown_object: 404 },
});
