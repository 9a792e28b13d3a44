import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const subscriberMessages = defineMessages({
  title: label("订阅", "Subscribers"),
  lead: label(
    "提交之后，这些订阅逐条或成批处理每一次变更。处理失败的会自动再试 11 次，大约半小时；之后就放弃，等您决定。",
    "After a record is stored they deal with each change, one by one or set-wise. What fails is tried eleven times more within half an hour; then it is given up until you decide.",
  ),
  setWise: label("成批处理", "set-wise"),
  oneByOne: label("逐条处理", "one by one"),
  gone: label("此版本中没有", "not part of this version"),
  position: label("已处理到第 {number} 号变更", "At change {number}"),
  upToDate: label("没有落后", "up to date"),
  behind: label("落后 {count} 条变更", "{count} {count|change|changes} behind"),
  behindMore: label("落后 {count} 条以上变更", "more than {count} changes behind"),
  oldest: label("最早一条在 {time}", "the oldest of {time}"),
  well: label("正常", "Well"),
  failing: label("失败 {count} 条", "{count} failed"),
  gaveUp: label("已放弃 {count} 条", "{count} given up"),
  failed: label("没有处理成功的变更", "Changes it could not deal with"),
  record: label("记录", "Record"),
  change: label("变更", "Change"),
  error: label("原因", "Reason"),
  attempts: label("已试", "Attempts"),
  next: label("下次", "Next try"),
  givenUp: label("已放弃", "given up"),
  unread: label("一条记录", "a record"),
  more: label("只列出最早的 {shown} 条，共 {count} 条。", "The first {shown} of {count}."),
  retry: label("再试一次", "Try again"),
  retried: label("马上再试 {count} 条", "{count} {count|is|are} tried again now"),
  goOn: label("从这里继续", "Go on from here"),
  goOnTitle: label("跳过失败的变更，从这里继续？", "Go on without the changes that failed?"),
  goOnDetail: label(
    "“{name}”不再处理这 {count} 条变更，例如不会补发通知。谁在何时跳过了哪些，会记入访问日志。",
    "“{name}” will not deal with {count} {count|change|changes} any more: a notice, for example, is not sent later. Who passed over which changes, and when, is recorded in the access log.",
  ),
  skipped: label("已跳过 {count} 条", "{count} passed over"),
  passed: label(
    "{name} 于 {time} 跳过了 {count} 条变更：{changes}",
    "{name} passed over {count} {count|change|changes} on {time}: {changes}",
  ),
  somebody: label("程序", "The program"),
});
