import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const timeMessages = defineMessages({
  toggle: label("时点", "As of"),
  shown: label("截至 {day} 的数据", "Data as of {day}"),
  readOnly: label("只能查看，不能修改", "Read only"),
  ownSight: label("只含您今天有权查看的记录", "Only what you may see today"),
  day: label("日期", "Day"),
  slider: label("在有记录的日子里移动", "Move over the recorded days"),
  earlier: label("上一个月末", "Previous month end"),
  later: label("下一个月末", "Next month end"),
  now: label("返回现在", "Back to now"),
  compare: label("与现在比较", "Compare with now"),
  since: label("自 {day} 以来", "Since {day}"),
  stopCompare: label("看当时的数据", "Show it as it was"),
  everything: label("全部", "All"),
  partNew: label("新增 {count}", "{count} new"),
  partChanged: label("有变化 {count}", "{count} changed"),
  partGone: label("已不在 {count}", "{count} gone"),
  parts: label("变化", "Changes"),
  isNew: label("新增", "New"),
  isGone: label("已不在", "Gone"),
  wasShort: label("原为 {value}", "was {value}"),
  was: label("{field}：原为 {value}", "{field}: was {value}"),
  notYet: label("{day} 时还没有这条记录", "This record was not there on {day}"),
  notYetDetail: label(
    "它可能在这之后才创建，或当时在回收站里。",
    "It was created later, or lay in the recycle bin then.",
  ),
  lookBack: label("查看过去某天", "As of a past day"),
});
