import { label } from "../i18n/label.ts";
import type { Field } from "../metadata/field.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { contract, NOTHING } from "./contract.ts";
import { RecordBody } from "./records.contract.ts";
import {
  choice,
  data,
  flag,
  list,
  literal,
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
import { SCOPES } from "../rights/rights.ts";

/** A text by language. */
export const Labels = () => mapOf(text());
const FieldRight = choice("read", "edit", "mask");
/** A field as the caller may know it; what else it says depends on its kind. */
const DescribedField = shaped<
  Field & {
    readonly right: Static<typeof FieldRight>;
    /** It may be less for a record: that depends on its state, and comes with it. */
    readonly by_state?: boolean;
  }
>(object({ name: text(), kind: text(), label: Labels(), right: FieldRight, by_state: optional(flag()) }));
export type DescribedField = Static<typeof DescribedField>;

const Scope = choice(...SCOPES);
const described = {
  /** Of the caller: yes or no, or whose records. */
  rights: object({ create: flag(), read: Scope, update: Scope, delete: Scope }),
  fields: list(DescribedField),
  /** Links of other objects that point here. */
  links: list(object({ object: text(), field: text() })),
};
const Described = object(described);
/** An object with its fields and the caller's rights; the same for standard and admin-made ones. */
const DescribedObject = shaped<Omit<CatalogObject, "fields" | "byName"> & Readonly<Static<typeof Described>>>(
  object({ name: text(), label: Labels(), plural: Labels(), ...described }),
);
export type DescribedObject = Static<typeof DescribedObject>;
/** The object as it is from now on. */
export const ChangedObject = object({ data: nullable(DescribedObject) });
export type ChangedObject = Readonly<Static<typeof ChangedObject>>;

const DeletedObject = object({
  name: text(),
  label: Labels(),
  icon: nullable(text()),
  deleted_at: moment(),
  custom: flag(),
});
export type DeletedObject = Readonly<Static<typeof DeletedObject>>;

const ObjectUses = object({
  records: whole(),
  in_bin: whole(),
  fields: whole(),
  in_the_way: list(object({ code: text(), field: optional(text()), message: text() })),
});
export type ObjectUses = Readonly<Static<typeof ObjectUses>>;

const all = { tag: "objects", path: "/objects" } as const;
const one = { tag: "objects", path: "/objects/:object" } as const;
/** Codes of a definition that is not as it must be. */
export const DEFINED = { wrong: 422, taken: 409, busy: 409 } as const;

export const listObjects = contract({
  ...all,
  method: "GET",
  summary: label(
    "列出对象；deleted=true 列出已删除、可以恢复的",
    "List objects; deleted=true: those that were deleted and can be restored",
  ),
  description: label(
    "返回有权使用的对象、字段、选项和场景；界面和表单由此生成。",
    "The objects that the caller may use with their fields, options and scenes: what screens and forms are made from.",
  ),
  query: object({ deleted: optional(text({ pattern: "^(true|false)$" })) }),
  answer: data(list(oneOf(DescribedObject, DeletedObject))),
});
/** The same endpoint, as who asks for the one list or the other knows it. */
export const readObjects = contract({
  ...all,
  method: "GET",
  summary: listObjects.summary,
  answer: data(list(DescribedObject)),
});
export const readDeletedObjects = contract({
  ...all,
  method: "GET",
  summary: listObjects.summary,
  query: object({ deleted: literal("true") }),
  answer: data(list(DeletedObject)),
});

export const readObject = contract({
  ...one,
  method: "GET",
  summary: label("读取对象定义", "Read an object's definition"),
  description: label(
    "返回一个对象的定义，含本公司的修改。",
    "The definition of one object, with the company’s own changes.",
  ),
  answer: data(DescribedObject),
  errors: { unknown_object: 404 },
});

const given = () => mapOf(text({ minLength: 1, maxLength: 200 }));
export const makeObject = contract({
  ...all,
  method: "POST",
  summary: label("新建对象", "Make an object"),
  description: label(
    "新建一个对象，随即有列表、表单、API 和权限设置；不给 name 时按名称生成。",
    "Makes an object; it has a list, a form, an API and rights at once. Without a name it gets one after its label.",
  ),
  status: 201,
  body: shaped<Static<typeof RecordBody>>(
    object({
      name: optional(text({ minLength: 1, maxLength: 50 })),
      label: given(),
      plural: optional(given()),
    }),
  ),
  answer: ChangedObject,
  errors: { ...DEFINED, too_large: 422, too_many_objects: 422, needs_roles: 403, unknown_role: 422 },
});

export const changeObject = contract({
  ...one,
  method: "PATCH",
  summary: label("修改对象，系统自带的也可以", "Change an object, shipped ones as well"),
  description: label(
    "修改名称、图标、标题字段等；对系统自带的对象，修改保存在本公司一层，升级后仍有效。",
    "Changes labels, icon, title field and the like. Changes of a shipped object are kept in the company’s own layer and outlive upgrades.",
  ),
  body: RecordBody,
  answer: ChangedObject,
  errors: { wrong: 422, busy: 409, unknown: 404, shipped: 422, duplicates: 409 },
});

export const readObjectUses = contract({
  ...one,
  method: "GET",
  path: "/objects/:object/uses",
  summary: label("删除对象会影响什么", "What deleting an object would affect"),
  description: label(
    "删除之前查看：有多少记录，哪些字段、流程、视图、规则用到它。",
    "Before deleting: how many records there are, and which fields, pipelines, views and rules use it.",
  ),
  answer: data(ObjectUses),
  errors: { unknown: 404, shipped: 422 },
});

export const deleteObject = contract({
  ...one,
  method: "DELETE",
  summary: label("删除对象（可以恢复）", "Delete an object (it can be restored)"),
  description: label(
    "删除本公司建的对象及其记录；在保留期限内可以恢复。",
    "Deletes an object of the company’s own, with its records; it can be restored while it is kept.",
  ),
  status: 204,
  answer: NOTHING,
  errors: { unknown: 404, shipped: 422, in_use: 409, busy: 409 },
});

export const restoreObject = contract({
  ...one,
  method: "POST",
  path: "/objects/:object/restore",
  summary: label("恢复删除的对象", "Restore a deleted object"),
  description: label(
    "恢复删除的对象，连同它的字段和记录。",
    "Brings back a deleted object with its fields and records.",
  ),
  answer: ChangedObject,
  errors: { wrong: 422, busy: 409, unknown: 404, not_deleted: 409 },
});
