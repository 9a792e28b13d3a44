import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const groupMessages = defineMessages({
  overdue: label("逾期", "Overdue"),
  today: label("今天", "Today"),
  thisWeek: label("本周", "This week"),
  later: label("以后", "Later"),
  noDay: label("无日期", "No date"),
  unset: label("未填写", "Not set"),
  yes: label("是", "Yes"),
  no: label("否", "No"),
  weekOf: label("{from} 至 {to}", "{from} to {to}"),
  by: label("分组方式", "Group by"),
  ungrouped: label("不分组", "No grouping"),
  due: label("按远近", "By due day"),
  week: label("按周", "By week"),
  month: label("按月", "By month"),
  tooMany: label(
    "分组太多，只显示前 {count} 组。先筛选，或换一个字段分组。",
    "Too many groups: the first {count} are shown. Filter first, or group by another field.",
  ),
  failed: label("没有加载出来，点此重试", "Couldn’t load these. Try again"),
});
