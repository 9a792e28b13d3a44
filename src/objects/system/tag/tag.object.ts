import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const tag = defineObject({
  name: "tag",
  label: label("标签", "Tag"),
  plural: label("标签", "Tags"),
  icon: "tag",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("标签", "Tag"),
      example: "战略客户",
      required: true,
      indexed: true,
      searchable: true,
      max_length: 60,
    },
    color: { kind: "text", label: label("颜色", "Colour"), example: "blue", max_length: 20 },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "color", "created_at"], sort: "name" },
});
