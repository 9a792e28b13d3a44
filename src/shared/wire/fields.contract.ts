import { label } from "../i18n/label.ts";
import type { Field, FieldDefinition, FieldKind } from "../metadata/field.ts";
import { contract, NOTHING } from "./contract.ts";
import { ChangedObject, DEFINED, Labels } from "./objects.contract.ts";
import { RecordBody } from "./records.contract.ts";
import {
  data,
  list,
  mapOf,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  shaped,
  text,
  whole,
  type Static,
} from "./schema.ts";

const deleted = { deleted_at: moment(), restorable_until: moment() };
/** A field as its settings get it: what is shipped beside what was changed, and since when it is deleted. */
export type SettingsField = Field & {
  readonly shipped?: FieldDefinition;
  readonly deleted_at?: string;
  readonly restorable_until?: string;
};
const SettingsField = shaped<SettingsField>(
  object({
    name: text(),
    kind: text(),
    label: Labels(),
    shipped: optional(object({ kind: text(), label: Labels() })),
    deleted_at: optional(deleted.deleted_at),
    restorable_until: optional(deleted.restorable_until),
  }),
);

const DeletedField = object({
  object: text(),
  name: text(),
  label: Labels(),
  kind: shaped<FieldKind>(text()),
  ...deleted,
  /** Whole days in which it can still be restored; 0 on the last. */
  days_left: whole(),
});
export type DeletedField = Readonly<Static<typeof DeletedField>>;

/** What would become of the values there are under another kind. */
const Conversion = object({
  total: whole(),
  failing: whole(),
  /** Those with no equal first. */
  examples: list(object({ record: text(), before: text(), after: nullable(text()) })),
});
export type Conversion = Readonly<Static<typeof Conversion>>;

const DefinitionProblem = object({
  code: text(),
  object: text(),
  field: nullable(text()),
  property: nullable(text()),
  message: text(),
});
export type DefinitionProblem = Readonly<Static<typeof DefinitionProblem>>;

const all = { tag: "objects", path: "/objects/:object/fields" } as const;
const one = { tag: "objects", path: "/objects/:object/fields/:field" } as const;

export const readFields = contract({
  ...all,
  method: "GET",
  summary: label("列出字段，含已删除的", "List fields, deleted ones as well"),
  description: label(
    "返回一个对象的全部字段，含已停用和已删除的，供管理员查看。",
    "All fields of an object, also those that are retired or deleted, for administrators.",
  ),
  answer: data(list(SettingsField)),
  errors: { unknown: 404 },
});

export const makeField = contract({
  ...all,
  method: "POST",
  summary: label("新建字段", "Add a field"),
  description: label(
    "增加一个字段，已有记录立即有这一列；记录很多时，默认值在后台补齐。不给 name 时按名称生成。",
    "Adds a field; existing records have it at once. Defaults of very many records are filled in the background. Without a name it gets one after its label.",
  ),
  status: 201,
  body: shaped<Static<typeof RecordBody>>(
    object({
      name: optional(text({ minLength: 1, maxLength: 50 })),
      kind: text({ maxLength: 30 }),
      label: mapOf(text({ minLength: 1, maxLength: 200 })),
    }),
  ),
  answer: ChangedObject,
  errors: { ...DEFINED, unknown: 404, bad_kind: 422 },
});

export const changeField = contract({
  ...one,
  method: "PATCH",
  summary: label("修改字段，系统自带的也可以", "Change a field, shipped ones as well"),
  description: label(
    "修改名称、选项、是否必填等；改变类型会先检查已有的值，记录很多时在后台进行。",
    "Changes label, options, whether it is required and so on. A change of kind checks the existing values first and, for very many, goes on in the background.",
  ),
  /** Properties of the field; `map` says what takes the place of options that go. */
  body: RecordBody,
  /** With another kind and `dry_run`: what would become of the values. */
  answer: oneOf(ChangedObject, data(Conversion)),
  /** Many values are converted by a job. */
  also: {
    202: object({ data: nullable(object({})), converting: object({ object: text(), field: text() }) }),
  },
  errors: {
    wrong: 422,
    busy: 409,
    unknown: 404,
    shipped: 422,
    kind: 422,
    does_not_convert: 422,
    option_in_use: 409,
    duplicates: 409,
    too_late: 409,
    in_use: 409,
  },
});
/** The same endpoint, as who only asks what another kind would make of the values knows it. */
export const previewKind = contract({
  ...one,
  method: "PATCH",
  summary: changeField.summary,
  body: RecordBody,
  answer: data(Conversion),
});

export const deleteField = contract({
  ...one,
  method: "DELETE",
  summary: label("删除字段（90 天内可以恢复）", "Delete a field (restorable for 90 days)"),
  description: label(
    "删除一个字段，90 天内可以恢复，内容不丢失。",
    "Deletes a field; for 90 days it can be restored with its values.",
  ),
  status: 204,
  answer: NOTHING,
  errors: { unknown: 404, shipped: 422, in_use: 409, busy: 409 },
});

export const readDeletedFields = contract({
  method: "GET",
  path: "/definitions/deleted-fields",
  tag: "objects",
  summary: label(
    "已删除、仍可恢复的字段及剩余天数",
    "Deleted fields that can be restored, with the days left",
  ),
  description: label(
    "列出所有对象中已删除、仍可恢复的字段。",
    "Deleted fields of all objects that can still be restored.",
  ),
  answer: data(list(DeletedField)),
});

export const readDefinitionProblems = contract({
  method: "GET",
  path: "/definitions/problems",
  tag: "objects",
  summary: label("与系统定义不再相符的本公司定义", "Own definitions that no longer fit what is shipped"),
  description: label(
    "升级后不再适用的本公司修改，如改了一个已取消的字段。",
    "Changes of the company’s own that an upgrade has made obsolete, such as those of a field that is gone.",
  ),
  answer: data(list(DefinitionProblem)),
});
