import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/**
 * The hours that are worked in a week: of the company, or of the department that it names and those below it.
 * Days off and days worked in exchange (`calendar_day`) hold for all of them.
 */
export const workingCalendar = defineObject({
  name: "working_calendar",
  label: label("工作时间", "Working hours"),
  plural: label("工作时间", "Working hours"),
  icon: "clock",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("名称", "Name"),
      example: "客服两班",
      required: true,
      max_length: 100,
    },
    hours: {
      kind: "json",
      label: label("每周时段", "Hours of the week"),
      description: label(
        "每天可有多个时段，结束不晚于开始即跨夜；没有时段的日子不上班",
        "Several periods a day; one that ends no later than it begins runs over midnight; a day without any is not worked",
      ),
      example: '{"mon": [["09:00", "12:00"], ["13:00", "18:00"]]}',
      required: true,
    },
  },
  list: { columns: ["name", "department"], sort: "name" },
});
