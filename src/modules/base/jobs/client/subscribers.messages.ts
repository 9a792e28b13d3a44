import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const subscriberMessages = defineMessages({
  title: label("后台处理", "Background processing"),
  lead: label(
    "记录保存后，下列后台处理会依次处理每一次变更。处理失败的会在约半小时内自动重试 11 次，之后停止，等你决定。",
    "Once a record is saved, these handle each change in the background. A failure is retried eleven times over half an hour, then stopped until you decide.",
  ),
  setWise: label("成批处理", "in batches"),
  oneByOne: label("逐条处理", "one by one"),
  gone: label("此版本中没有", "not in this version"),
  position: label("已处理到第 {number} 号变更", "At change {number}"),
  upToDate: label("没有落后", "up to date"),
  behind: label("落后 {count} 条变更", "{count} {count|change|changes} behind"),
  behindMore: label("落后 {count} 条以上变更", "more than {count} changes behind"),
  oldest: label("最早一条在 {time}", "oldest from {time}"),
  well: label("正常", "OK"),
  failing: label("失败 {count} 条", "{count} failed"),
  gaveUp: label("已放弃 {count} 条", "{count} abandoned"),
  failed: label("处理失败的变更", "Failed changes"),
  record: label("记录", "Record"),
  change: label("变更", "Change"),
  error: label("原因", "Reason"),
  attempts: label("已重试", "Attempts"),
  next: label("下次重试", "Next attempt"),
  givenUp: label("已放弃", "abandoned"),
  unread: label("一条记录", "a record"),
  more: label("只列出最早的 {shown} 条，共 {count} 条。", "Showing the oldest {shown} of {count}."),
  retry: label("重试", "Retry"),
  retried: label("正在重试 {count} 条", "Retrying {count}"),
  goOn: label("跳过并继续", "Skip and continue"),
  goOnTitle: label("跳过失败的变更并继续？", "Skip the failed changes and continue?"),
  goOnDetail: label(
    "“{name}”不再处理这 {count} 条变更，例如不会补发通知。谁在何时跳过了哪些变更，会记入访问日志。",
    "“{name}” will no longer handle {count} {count|change|changes}; notifications, for example, will not be sent later. Who skipped which changes and when is recorded in the access log.",
  ),
  skipped: label("已跳过 {count} 条", "{count} skipped"),
  passed: label(
    "{name} 于 {time} 跳过了 {count} 条变更：{changes}",
    "{name} skipped {count} {count|change|changes} on {time}: {changes}",
  ),
  somebody: label("系统", "The system"),
});
