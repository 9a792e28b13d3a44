import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** A person’s place in the company that begins, and perhaps ends, on a day to come. */
export const departmentMove = defineObject({
  name: "department_move",
  label: label("部门调动", "Department move"),
  plural: label("部门调动", "Department moves"),
  icon: "apartment",
  title: "id",
  sharing: "everyone",
  fields: {
    user: {
      kind: "link",
      targets: ["user"],
      on_delete: "cascade",
      inverse: { label: label("部门调动", "Department moves") },
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
    kind: {
      kind: "select",
      label: label("方式", "Kind"),
      required: true,
      fixed: true,
      default: "main",
      options: [
        { name: "main", label: label("调为主部门", "Becomes the main department") },
        { name: "further", label: label("兼任", "Additional department") },
      ],
    },
    first_day: {
      kind: "date",
      label: label("生效日", "First day"),
      description: label("当天零点起生效，权限同时变化", "From midnight that day, permissions follow"),
      required: true,
      indexed: true,
    },
    last_day: {
      kind: "date",
      label: label("最后一天", "Last day"),
      description: label(
        "仅用于兼任，次日零点结束",
        "Of an additional department; it ends at midnight after",
      ),
    },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      computed: true,
      silent: false,
      indexed: true,
      default: "planned",
      options: [
        { name: "planned", label: label("待生效", "Planned"), status: "open" },
        { name: "in_force", label: label("已生效", "In force"), status: "done" },
        { name: "ended", label: label("已结束", "Ended"), status: "cancelled" },
      ],
    },
  },
  list: { columns: ["user", "place", "kind", "first_day", "last_day", "status"], sort: "-first_day" },
});
