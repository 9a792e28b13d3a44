import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const role = defineObject({
  name: "role",
  label: label("角色", "Role"),
  plural: label("角色", "Roles"),
  icon: "safety",
  area: "settings",
  title: "name",
  spoken_title: "label",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("代码", "Code"),
      example: "sales_manager",
      required: true,
      fixed: true,
      indexed: true,
      max_length: 60,
    },
    label: {
      kind: "json",
      label: label("名称", "Name"),
      description: label("各语言的名称", "The name by language"),
      required: true,
    },
    description: { kind: "long_text", label: label("说明", "Description") },
    /** {objects, fields, abilities} as in `RoleRights`. */
    rights: { kind: "json", label: label("权限", "Permissions"), required: true },
    builtin: { kind: "boolean", label: label("预置", "Built in"), computed: true, default: false },
  },
  unique: [{ fields: ["name"] }],
  list: { columns: ["name", "description", "builtin"], sort: "name" },
});
