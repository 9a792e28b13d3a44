import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const movementMessages = defineMessages({
  title: label("变动分析", "Movement"),
  compared: label("{from} 之前与 {to} 结束时相比", "Before {from} against the end of {to}"),
  comparedNow: label("{from} 之前与现在相比", "Before {from} against now"),
  week: label("本周", "This week"),
  start: label("期初", "Start"),
  new: label("新增", "New"),
  increased: label("增加", "Increased"),
  decreased: label("减少", "Decreased"),
  moved_in: label("移入", "Moved in"),
  moved_out: label("移出", "Moved out"),
  won: label("赢单", "Won"),
  lost: label("输单", "Lost"),
  end: label("期末", "End"),
  step: label("变动", "Movement"),
  count: label("条数", "Records"),
  amount: label("金额", "Amount"),
  measure: label("按什么看", "Measure"),
  waterfall: label("从期初到期末", "From start to end"),
  groups: label("分组变动", "Movement by group"),
  ungrouped: label("不分组", "No groups"),
  byStage: label("按阶段", "By stage"),
  balanced: label(
    "期初 + 新增 + 增加 − 减少 + 移入 − 移出 − 赢单 − 输单 = 期末，已逐分核对",
    "Start + new + increased − decreased + moved in − moved out − won − lost = end, checked to the cent",
  ),
  ownSight: label(
    "只含您今天有权查看的记录，可能比管理员看到的少。",
    "Only records that you may see today are in it; an administrator may see more.",
  ),
  mixed: label(
    "含多种币种，已按 {date} 的汇率折成{currency}。",
    "Several currencies, in {currency} at the rates of {date}.",
  ),
  nothingLater: label("之后发生的都不计", "Nothing later counts"),
  nothing: label("这段时间没有进行中的记录", "Nothing was open in this time"),
});
