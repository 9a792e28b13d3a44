import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const hoursMessages = defineMessages({
  title: label("工作时间", "Working hours"),
  lead: label(
    "时限、计时和工作小时函数按这里的时段计算；放假和调休以“工作日历”为准，个人请假另行登记。",
    "Time limits, timers and the functions for hours of work count by these hours. Days off and make-up days come from the working calendar; people’s absences are entered separately.",
  ),
  company: label("全公司", "Whole company"),
  byDefault: label("默认时段，尚未修改", "Standard hours, not changed yet"),
  add: label("为部门设置", "For a department"),
  department: label("部门", "Department"),
  below: label(
    "也适用于下级部门，除非它们另有设置",
    "Also holds for departments below, unless they have their own",
  ),
  perWeek: label("每周 {count} 小时", "{count} hours a week"),
  example: label("休息", "Off"),
  hint: label(
    "如 09:00–12:00, 13:00–18:00；22:00–06:00 表示跨夜",
    "Such as 09:00–12:00, 13:00–18:00; 22:00–06:00 runs over midnight",
  ),
  wrong: label("无法识别的时段", "Not a period"),
  asMonday: label("周二至周五与周一相同", "Tuesday to Friday as Monday"),
  remove: label("删除{name}的工作时间？", "Remove the hours of {name}?"),
  removeDetail: label("该部门将改用上级部门或全公司的时段。", "Its department then uses the hours above it."),
  days: label("放假和调休", "Days off and make-up days"),
  absences: label("请假", "Absences"),
});
