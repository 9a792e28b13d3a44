import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const calendarMessages = defineMessages({
  lead: label(
    "周一至周五上班，节假日和调休日单独标出。按工作日计算的时限和停留天数以此为准。",
    "Monday to Friday are working days, except for the days marked here. Limits and times counted in working days follow this calendar.",
  ),
  previous: label("上一年", "Previous year"),
  next: label("下一年", "Next year"),
  off: label("周末", "Weekend"),
  offSaid: label("放假", "Holiday"),
  workSaid: label("调休上班", "Make-up workday"),
  working: label("上班", "Working day"),
  dayOff: label("休息", "Day off"),
  name: label("名称，例如 国庆节", "Name, for example National Day"),
  asUsual: label("恢复默认", "Reset"),
  save: label("确定", "Apply"),
});
