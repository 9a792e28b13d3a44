import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** A department that a person belongs to besides the main one. */
export const userDepartment = defineObject({
  name: "user_department",
  label: label("兼任部门", "Additional department"),
  plural: label("兼任部门", "Additional departments"),
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
    },
    place: {
      kind: "link",
      targets: ["department"],
      on_delete: "cascade",
      label: label("部门", "Department"),
      required: true,
      fixed: true,
      indexed: true,
    },
  },
  unique: [{ fields: ["user", "place"] }],
  list: { columns: ["user", "place"], sort: "-created_at" },
});
