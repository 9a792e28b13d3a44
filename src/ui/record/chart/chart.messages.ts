import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const chartMessages = defineMessages({
  count: label("数量", "Count"),
  records: label("记录", "Records"),
  measure: label("图表数值", "Chart value"),
  told: label("{count} 条记录", "{count} {count|record|records}"),
  toldSum: label("{count} 条记录，{field}合计 {sum}", "{count} {count|record|records}, {sum} in total"),
  by: label("按{field}", "By {field}"),
  rest: label("另有 {count} 组，数值较小，未画出", "{count} smaller {count|group|groups} not drawn"),
  mixed: label(
    "各组币种不同，柱长只在同一币种之间可比。",
    "The groups are in different currencies: compare bars of the same currency only.",
  ),
});
