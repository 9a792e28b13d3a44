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
    places: {
      kind: "links",
      targets: ["department"],
      label: label("指定部门", "Chosen departments"),
      description: label(
        "角色里写“本部门”的地方，对此人改为这些部门；留空则用角色或本人的部门",
        "Where the role says department, these are meant for this person; empty: those of the role, or their own",
      ),
    },
    below: {
      kind: "boolean",
      label: label("含下级部门", "And those below"),
      default: false,
    },
  },
  unique: [{ fields: ["user", "role"] }],
  list: { columns: ["user", "role", "created_at"], sort: "-created_at" },
});
