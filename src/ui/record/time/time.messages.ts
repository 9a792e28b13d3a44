import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const timeMessages = defineMessages({
  toggle: label("历史回看", "As of"),
  shown: label("截至 {day} 的数据", "Data as of {day}"),
  readOnly: label("只能查看，不能修改", "Read only"),
  ownSight: label("只含你今天有权查看的记录", "Only records you have access to today"),
  day: label("日期", "Day"),
  slider: label("在有记录的日子间移动", "Move between recorded days"),
  earlier: label("上一个月末", "Previous month-end"),
  later: label("下一个月末", "Next month-end"),
  now: label("返回现在", "Back to today"),
  compare: label("与现在比较", "Compare with now"),
  since: label("自 {day} 以来", "Since {day}"),
  stopCompare: label("查看当时的数据", "Show the data of that day"),
  everything: label("全部", "All"),
  partNew: label("新增 {count}", "{count} new"),
  partChanged: label("有变化 {count}", "{count} changed"),
  partGone: label("已移除 {count}", "{count} removed"),
  parts: label("变化", "Changes"),
  isNew: label("新增", "New"),
  isGone: label("已移除", "Removed"),
  wasShort: label("原为 {value}", "was {value}"),
  was: label("{field}：原为 {value}", "{field}: was {value}"),
  notYet: label("{day} 时还没有这条记录", "This record did not exist on {day}"),
  notYetDetail: label(
    "它可能是之后创建的，或者当时在回收站里。",
    "It was created later, or was in the recycle bin at the time.",
  ),
  lookBack: label("历史回看", "Look at a past day"),
});
