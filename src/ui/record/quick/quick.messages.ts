import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const quickMessages = defineMessages({
  chips: label("快速筛选", "Quick filters"),
  filterBy: label("筛选：", "Filter by "),
  clear: label("去掉“{field}”的筛选", "Clear the filter on {field}"),
  me: label("我", "Me"),
  empty: label("未填写", "Not set"),
  others: label("另有 {count} 个条件", "{count} other {count|condition|conditions}"),
  findPerson: label("姓名或拼音", "Name"),
  find: label("查找", "Find"),
  noFound: label("没有找到", "Nothing found"),
  past: label("已过期", "Past"),
  week: label("本周", "This week"),
  month: label("本月", "This month"),
  quarter: label("本季", "This quarter"),
  custom: label("自选", "Custom"),
  from: label("从", "From"),
  to: label("到", "To"),
  amountHint: label("如 12.5万", "e.g. 120k"),
  notAmount: label("看不懂这个数", "Not a number"),
  yes: label("是", "Yes"),
  no: label("否", "No"),
  and: label("{first} 等 {count} 项", "{first} +{more}"),
  moreConditions: label("更多条件", "More filters"),
  show: label("查看结果", "Show results"),
});
