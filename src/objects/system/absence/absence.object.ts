import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** Somebody is not at work: hours in which their time limits stand still. */
export const absence = defineObject({
  name: "absence",
  label: label("请假", "Absence"),
  plural: label("请假", "Absences"),
  icon: "calendar",
  area: "work",
  title: "reason",
  sharing: "owner",
  fields: {
    user: {
      kind: "person",
      label: label("成员", "Person"),
      description: label("不填即本人", "Yourself unless said"),
      indexed: true,
    },
    kind: {
      kind: "select",
      label: label("类型", "Kind"),
      required: true,
      default: "leave",
      options: [
        { name: "leave", label: label("年假", "Annual leave"), color: "blue" },
        { name: "sick", label: label("病假", "Sick leave"), color: "orange" },
        { name: "trip", label: label("出差", "Business trip"), color: "purple" },
        { name: "other", label: label("其他", "Other") },
      ],
    },
    from: { kind: "datetime", label: label("开始", "From"), required: true, indexed: true },
    until: { kind: "datetime", label: label("结束", "Until"), required: true, indexed: true },
    reason: {
      kind: "text",
      label: label("说明", "Reason"),
      example: "回家过年",
      max_length: 200,
    },
  },
  list: { columns: ["user", "kind", "from", "until", "reason"], sort: "-from" },
});
