import { label } from "../../shared/i18n/label.ts";
import { defineObject } from "../../shared/metadata/object.ts";

/** Objects that administrators make. Kept like any record, so that every change of metadata has its history and author. */
export const objectDefinition = defineObject({
  name: "object_definition",
  label: label("自定义对象", "Custom object"),
  plural: label("自定义对象", "Custom objects"),
  title: "name",
  sharing: "everyone",
  internal: true,
  fields: {
    name: { kind: "text", label: label("名称", "Name"), required: true, fixed: true, max_length: 50 },
    definition: { kind: "json", label: label("定义", "Definition"), required: true },
  },
  unique: [{ fields: ["name"] }],
  list: { columns: ["name"], sort: "name" },
});

/** Fields that administrators lay over any object; `hidden` is deleted but restorable. */
export const fieldDefinition = defineObject({
  name: "field_definition",
  label: label("自定义字段", "Custom field"),
  plural: label("自定义字段", "Custom fields"),
  title: "name",
  sharing: "everyone",
  internal: true,
  fields: {
    object: { kind: "text", label: label("对象", "Object"), required: true, fixed: true, max_length: 50, indexed: true },
    name: { kind: "text", label: label("名称", "Name"), required: true, fixed: true, max_length: 50 },
    definition: { kind: "json", label: label("定义", "Definition"), required: true },
    hidden: { kind: "boolean", label: label("已删除", "Deleted"), default: false },
  },
  unique: [{ fields: ["object", "name"] }],
  list: { columns: ["object", "name", "hidden"], sort: "object" },
});
export const definitionObjects = [objectDefinition, fieldDefinition];
