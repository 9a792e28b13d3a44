import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** A day that differs from the week's rule: a holiday, or a weekend day worked in exchange (调休). */
export const calendarDay = defineObject({
  name: "calendar_day",
  label: label("特殊日期", "Special day"),
  plural: label("工作日历", "Working days"),
  icon: "calendar",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: { kind: "text", label: label("名称", "Name"), example: "国庆节", required: true, max_length: 100 },
    date: { kind: "date", label: label("日期", "Date"), required: true, indexed: true },
    working: {
      kind: "boolean",
      label: label("上班", "Working day"),
      description: label("是：周末调休上班；否：放假", "Yes: make-up workday; no: day off"),
      required: true,
      default: false,
    },
  },
  unique: [{ fields: ["date"] }],
  list: { columns: ["date", "name", "working"], sort: "-date" },
});
