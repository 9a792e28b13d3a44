import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** Opens all records of an object that meet a condition, e.g. large deals to the presales department. */
export const sharingRule = defineObject({
  name: "sharing_rule",
  label: label("共享规则", "Sharing rule"),
  plural: label("共享规则", "Sharing rules"),
  icon: "share",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("名称", "Name"),
      example: "百万以上商机共享给售前",
      required: true,
      indexed: true,
      max_length: 100,
    },
    object: {
      kind: "text",
      label: label("对象", "Object"),
      example: "opportunity",
      required: true,
      indexed: true,
      max_length: 60,
    },
    criteria: {
      kind: "long_text",
      label: label("条件", "Condition"),
      description: label("符合条件的记录会被共享", "Records that match it are shared"),
      example: "amount >= 1000000",
      required: true,
      max_length: 4000,
    },
    to: {
      kind: "link",
      targets: ["user", "department", "team", "role"],
      on_delete: "cascade",
      label: label("共享给", "Shared with"),
      required: true,
      indexed: true,
    },
    below: { kind: "boolean", label: label("含下级部门", "Include departments below"), default: true },
    level: {
      kind: "select",
      label: label("权限", "Access"),
      required: true,
      default: "read",
      options: [
        { name: "read", label: label("只读", "Read only"), color: "blue" },
        { name: "edit", label: label("可编辑", "Can edit"), color: "green" },
      ],
    },
    active: { kind: "boolean", label: label("启用", "Active"), default: true },
    description: { kind: "long_text", label: label("说明", "Description"), max_length: 1000 },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "object", "to", "level", "active"], sort: "name" },
});
