import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const movementMessages = defineMessages({
  title: label("变动分析", "Pipeline movement"),
  compared: label("{from} 之前与 {to} 结束时相比", "From {from} to {to}"),
  comparedNow: label("{from} 之前与现在相比", "Since {from}"),
  week: label("本周", "This week"),
  start: label("期初", "Start"),
  new: label("新增", "New"),
  increased: label("增加", "Increased"),
  decreased: label("减少", "Decreased"),
  moved_in: label("转入", "Transferred in"),
  moved_out: label("转出", "Transferred out"),
  won: label("赢单", "Won"),
  lost: label("输单", "Lost"),
  end: label("期末", "End"),
  step: label("变动", "Change"),
  count: label("条数", "Records"),
  amount: label("金额", "Amount"),
  measure: label("衡量方式", "Measure"),
  waterfall: label("从期初到期末", "From start to end"),
  groups: label("分组变动", "Movement by group"),
  ungrouped: label("不分组", "No groups"),
  byStage: label("按阶段", "By stage"),
  balanced: label(
    "期初 + 新增 + 增加 − 减少 + 转入 − 转出 − 赢单 − 输单 = 期末，已核对到分",
    "Start + new + increased − decreased + transferred in − transferred out − won − lost = end. Reconciled",
  ),
  ownSight: label(
    "只含你今天有权查看的记录，可能比管理员看到的少。",
    "Only records you have access to today are included; an administrator may see more.",
  ),
  mixed: label(
    "含多种币种，已按 {date} 的汇率折成{currency}。",
    "Several currencies, converted to {currency} at the rates of {date}.",
  ),
  nothingLater: label("之后发生的不计入", "Anything later is not counted"),
  nothing: label("这段时间没有进行中的记录", "No open records in this period"),
});
