import { label } from "../../shared/i18n/label.ts";
import { defineObject } from "../../shared/metadata/object.ts";

/**
 * Objects that administrators make. Kept like any record, so that every change of metadata has its history
 * and author.
 */
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
    object: {
      kind: "text",
      label: label("对象", "Object"),
      required: true,
      fixed: true,
      max_length: 50,
      indexed: true,
    },
    name: { kind: "text", label: label("名称", "Name"), required: true, fixed: true, max_length: 50 },
    definition: { kind: "json", label: label("定义", "Definition"), required: true },
    hidden: { kind: "boolean", label: label("已删除", "Deleted"), default: false },
    /** When it was deleted: it can be restored for 90 days. */
    hidden_at: { kind: "datetime", label: label("删除时间", "Deleted at"), indexed: true },
    /**
     * When its columns went. The name is known for ever: it is not used again, and an erasure finds its
     * values in the log.
     */
    dropped_at: { kind: "datetime", label: label("清除时间", "Purged at") },
  },
  unique: [{ fields: ["object", "name"] }],
  list: { columns: ["object", "name", "hidden"], sort: "object" },
});

/**
 * What the workspace changes of shipped objects and fields; `field` is empty where it is about the object
 * itself.
 */
export const definitionChange = defineObject({
  name: "definition_change",
  label: label("系统定义的调整", "Change to a built-in definition"),
  plural: label("系统定义的调整", "Changes to built-in definitions"),
  title: "object",
  sharing: "everyone",
  internal: true,
  fields: {
    object: {
      kind: "text",
      label: label("对象", "Object"),
      required: true,
      fixed: true,
      max_length: 50,
      indexed: true,
    },
    field: { kind: "text", label: label("字段", "Field"), fixed: true, max_length: 50 },
    /** `ObjectChanges` or `FieldChanges`. */
    changes: { kind: "json", label: label("调整", "Changes"), required: true },
  },
  unique: [{ fields: ["field", "object"], with_empty: true }],
  list: { columns: ["object", "field"], sort: "object" },
});
export const definitionObjects = [objectDefinition, fieldDefinition, definitionChange];
