import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const healthMessages = defineMessages({
  title: label("系统健康", "Health of the system"),
  lead: label(
    "通知、同步、汇总、导入这些在后台做的事情是否正常。同样的数字也以 Prometheus 格式提供给监控。",
    "Whether what is done behind the screens is well: notices, sync, totals, imports. The same figures go to monitoring in Prometheus form.",
  ),
  allWell: label("一切正常。", "All is well."),
  since: label("自 {time} 起", "since {time}"),
  todo: label("怎么办：{text}", "What to do: {text}"),
  seconds: label("{value} 秒", "{value} s"),
  count: label("{value} 个", "{value}"),
  retry: label("立即重试", "Try again now"),
  retried: label("已安排重试 {count} 条", "{count} {count|is|are} tried again now"),
  refresh: label("刷新", "Refresh"),
});
