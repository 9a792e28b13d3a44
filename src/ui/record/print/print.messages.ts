import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const printMessages = defineMessages({
  print: label("打印", "Print"),
  close: label("关闭", "Close"),
  preview: label("打印{object}列表", "Print the list of {object}"),
  printedBy: label("{name} · {time}", "{name} · {time}"),
  count: label("共 {count} 条", "{count} {count|record|records}"),
  cut: label(
    "只列出前 {shown} 条，共 {count} 条。需要全部时请缩小筛选范围，或导出。",
    "The first {shown} of {count} records. Narrow the filters for a shorter list, or export all of them.",
  ),
  conditions: label("筛选：{conditions}", "Filters: {conditions}"),
  search: label("搜索：{text}", "Search: {text}"),
  asOf: label("截至 {day}", "As of {day}"),
  total: label("合计", "Total"),
  totalOfAll: label("合计（全部 {count} 条）", "Total of all {count}"),
});
