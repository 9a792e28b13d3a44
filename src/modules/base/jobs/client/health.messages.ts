import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const healthMessages = defineMessages({
  title: label("系统健康", "System health"),
  lead: label(
    "通知、同步、汇总、导入等后台工作是否正常。同样的数字也以 Prometheus 格式提供给监控系统。",
    "Whether background work such as notifications, sync, totals and imports is running well. Monitoring can read the same figures in Prometheus format.",
  ),
  allWell: label("一切正常。", "All is well."),
  since: label("自 {time} 起", "since {time}"),
  todo: label("处理方法：{text}", "What to do: {text}"),
  seconds: label("{value} 秒", "{value} s"),
  count: label("{value} 个", "{value}"),
  retry: label("立即重试", "Retry now"),
  retried: label("已安排重试 {count} 条", "Retrying {count}"),
  refresh: label("刷新", "Refresh"),
});
