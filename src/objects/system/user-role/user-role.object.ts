import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const userRole = defineObject({
  name: "user_role",
  label: label("角色授予", "Role assignment"),
  plural: label("角色授予", "Role assignments"),
  title: "id",
  sharing: "everyone",
  fields: {
    user: {
      kind: "link",
      targets: ["user"],
      on_delete: "cascade",
      label: label("成员", "Person"),
      required: true,
      fixed: true,
      indexed: true,
      inverse: { label: label("角色", "Roles") },
    },
    role: {
      kind: "link",
      targets: ["role"],
      on_delete: "refuse",
      label: label("角色", "Role"),
      required: true,
      fixed: true,
      indexed: true,
      inverse: { label: label("成员", "People") },
    },
  },
  unique: [{ fields: ["user", "role"] }],
  list: { columns: ["user", "role", "created_at"], sort: "-created_at" },
});
