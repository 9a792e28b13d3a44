import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const balanceMessages = defineMessages({
  when: label("时间", "When"),
  who: label("操作人", "Who"),
  amount: label("数量", "Amount"),
  why: label("原因", "Why"),
  none: label("还没有变动", "Nothing has been moved yet"),
  more: label("更早的", "Earlier"),
  export: label("导出", "Exported"),
  day: label("当天合计（此前版本）", "The day’s total, from an earlier version"),
  held: label("预留", "Set aside"),
  settled: label("结清预留", "Settled"),
  expired: label("预留到期退回", "Came back when the hold ran out"),
  program: label("系统", "System"),
});
