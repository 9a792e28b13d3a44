import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { RecordAnswer, RecordBody } from "./records.contract.ts";
import {
  anyValue,
  flag,
  list,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  page,
  text,
  values,
  whole,
  type Static,
} from "./schema.ts";

/** Who brought it about; nothing of what an import tells of the time before. */
const By = object({ id: nullable(text()), name: nullable(text()), kind: nullable(text()) });
const state = {
  /** 0: told by an import about the time before. */
  version: whole(),
  from: moment(),
  /** Null: it still is. */
  to: nullable(moment()),
  by: By,
  road: nullable(text()),
};
/**
 * One state of a record, as the caller may see it: when it was so, who brought it about, and what differs
 * from the state before.
 */
const Version = object({
  ...state,
  deleted: flag(),
  values: values(),
  titles: values(),
  changed: list(text()),
  /** By the field that lists them: ids of lines that were added, changed and removed with this version. */
  lines: values(),
});
export type Version = Readonly<Static<typeof Version>>;
const VersionsAnswer = page(Version);
export type VersionsAnswer = Readonly<Static<typeof VersionsAnswer>>;
const FieldValue = object({ ...state, value: anyValue(), title: optional(text()) });
export type FieldValue = Readonly<Static<typeof FieldValue>>;
const FieldHistory = object({ field: text(), data: list(FieldValue) });
export type FieldHistory = Readonly<Static<typeof FieldHistory>>;

const RestoreBody = object({
  /** First moment of the state to go back to. */
  from: text({ minLength: 1, maxLength: 40 }),
  /** Only these; absent: every field that the caller may write and that differs. */
  fields: optional(list(text({ maxLength: 80 }), { minItems: 1, maxItems: 200 })),
  /** Nothing is written: the values are answered. */
  dry_run: optional(flag()),
  /** Values as they were seen: what others changed since is a conflict. */
  base: optional(RecordBody),
  reason: optional(text({ maxLength: 1000 })),
});
export type RestoreBody = Readonly<Static<typeof RestoreBody>>;

const of = { tag: "records" } as const;
const UNSEEN = { unknown_object: 404, not_found: 404 } as const;

export const readVersions = contract({
  ...of,
  method: "GET",
  path: "/records/:object/:id/versions",
  summary: label("记录的各个版本", "Versions of a record"),
  description: label(
    "返回一条记录的各个版本，含时间和修改人。",
    "The versions of a record with time and author.",
  ),
  query: object({
    cursor: optional(text({ maxLength: 1000 })),
    limit: optional(text({ maxLength: 1000 })),
  }),
  answer: VersionsAnswer,
  errors: { ...UNSEEN, bad_as_of: 400 },
});

export const readFieldHistory = contract({
  ...of,
  method: "GET",
  path: "/records/:object/:id/history",
  summary: label("一个字段的历史", "History of a field"),
  description: label(
    "返回一个字段先后有过的值，各在何时由谁改成。",
    "The values that a field has had, each with when and by whom.",
  ),
  query: object({ field: text({ maxLength: 100 }) }),
  answer: FieldHistory,
  errors: { ...UNSEEN, unknown_field: 400 },
});

export const restoreVersion = contract({
  ...of,
  method: "POST",
  path: "/records/:object/:id/versions/restore",
  summary: label("恢复到某个版本", "Restore a version"),
  description: label(
    "把所选字段恢复成某个版本的值；这是一次普通修改，权限、规则和关卡照常检查。",
    "Puts the chosen fields back to what they were in a version. It is a change like any other: rights, rules and gates hold.",
  ),
  body: RestoreBody,
  /** With `dry_run` the values that would be written. */
  answer: oneOf(RecordAnswer, object({ values: values() })),
  errors: {
    ...UNSEEN,
    bad_as_of: 400,
    unknown_field: 400,
    bad_match: 400,
    invalid: 422,
    version_conflict: 409,
    if_match_required: 428,
  },
});
