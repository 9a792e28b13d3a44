import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const team = defineObject({
  name: "team",
  label: label("团队", "Team"),
  plural: label("团队", "Teams"),
  icon: "team",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("团队名称", "Team name"),
      example: "石化项目组",
      required: true,
      indexed: true,
      searchable: true,
      max_length: 100,
    },
    lead: { kind: "person", label: label("组长", "Lead") },
    members: {
      kind: "tags",
      object: "team_member",
      via: "team",
      target: "user",
      label: label("成员", "Members"),
    },
    active: { kind: "boolean", label: label("启用", "Active"), default: true },
    description: { kind: "long_text", label: label("说明", "Description") },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "lead", "members", "active"], sort: "name" },
});

export const teamMember = defineObject({
  name: "team_member",
  label: label("团队成员", "Team member"),
  plural: label("团队成员", "Team members"),
  title: "id",
  sharing: "everyone",
  fields: {
    team: {
      kind: "link",
      targets: ["team"],
      on_delete: "cascade",
      label: label("团队", "Team"),
      required: true,
      fixed: true,
      indexed: true,
    },
    user: {
      kind: "link",
      targets: ["user"],
      on_delete: "cascade",
      label: label("成员", "Person"),
      required: true,
      fixed: true,
      indexed: true,
    },
  },
  unique: [{ fields: ["team", "user"] }],
  list: { columns: ["team", "user"], sort: "-created_at" },
});
