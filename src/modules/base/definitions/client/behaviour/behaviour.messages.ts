import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const behaviourMessages = defineMessages({
  fields: label("字段", "Fields"),
  title: label("运行什么", "What runs"),
  lead: label(
    "保存这个对象的记录时，按下面的顺序补全、检查、追加，提交之后再通知。列表与实际运行的是同一份登记。",
    "When a record is saved, this completes it, checks it and adds to it, in this order; after it is stored the last ones react. The list is the registry that runs.",
  ),
  order: label("顺序", "Order"),
  kind: label("种类", "Kind"),
  what: label("做什么", "What it does"),
  reads: label("读取", "Reads"),
  writes: label("写入", "Writes"),
  whole: label("整条记录", "the whole record"),
  derive: label("补全", "Completes"),
  guard: label("检查", "Checks"),
  add: label("追加", "Adds"),
  react: label("提交后", "Reacts"),
  setWise: label("成批处理", "set-wise"),
  oneByOne: label("逐条处理", "one by one"),
  behind: label("落后 {count} 条变更", "{count} {count|change|changes} behind"),
  upToDate: label("没有落后，已到第 {number} 号变更", "up to date, at change {number}"),
  failed: label("失败 {count} 条", "{count} failed"),
  conflicts: label("相互冲突", "Conflicts"),
  none: label("没有发现冲突。", "No conflicts found."),
  same_field: label(
    "多处都会填写“{field}”，后面的覆盖前面的：{names}",
    "“{field}” is filled more than once, the last one stays: {names}",
  ),
  loop: label("追加的记录又会触发自己：{names}", "What is added leads back to this object: {names}"),
  never: label("永远不会起作用：{names}", "Can never come to anything: {names}"),
});
