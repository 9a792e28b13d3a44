import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const department = defineObject({
  name: "department",
  label: label("部门", "Department"),
  plural: label("部门", "Departments"),
  icon: "apartment",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("部门名称", "Department name"),
      example: "华东大区",
      required: true,
      indexed: true,
      searchable: true,
      max_length: 100,
    },
    code: {
      kind: "text",
      label: label("部门代码", "Code"),
      description: label("用于按部门编号，例如 HD", "Used in numbers by department, for example HD"),
      example: "HD",
      max_length: 12,
    },
    parent: { kind: "department", label: label("上级部门", "Parent department"), indexed: true },
    head: { kind: "person", label: label("负责人", "Head"), indexed: true },
    position: {
      kind: "integer",
      label: label("排序", "Position"),
      description: label("数字小的排在前面", "Smaller numbers come first"),
      default: 0,
    },
    active: { kind: "boolean", label: label("启用", "Active"), default: true },
  },
  unique: [{ fields: ["parent", "name"], fold: true, with_empty: true }],
  list: { columns: ["name", "parent", "head", "active"], sort: "position" },
});
