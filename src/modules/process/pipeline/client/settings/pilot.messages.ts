import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const pilotMessages = defineMessages({
  tab: label("试点", "Pilot"),
  intro: label(
    "先让部分部门用草稿的门禁、规则和动作，其他部门不变；跑一段时间，对比之后再决定推广还是撤回。",
    "Let some departments work with the gates, rules and actions of the draft while nothing changes for the others; compare after a while, then adopt it for all or withdraw it.",
  ),
  noDraft: label(
    "没有草稿。先修改并保存草稿，再选择试点部门。",
    "There is no draft. Change something and save the draft, then choose the departments.",
  ),
  unsaved: label("先保存草稿。", "Save the draft first."),
  departments: label("试点部门", "Departments that try it"),
  below: label("包含现有的下级部门", "All departments that are below them now are included"),
  start: label("开始试点", "Start the pilot"),
  started: label(
    "试点已开始，这些部门立即生效",
    "The pilot has begun; it holds in these departments at once",
  ),
  since: label(
    "第 {version} 版自 {since} 起在 {departments} 试点",
    "Version {version} is tried out in {departments} since {since}",
  ),
  pilot: label("试点部门", "Pilot"),
  others: label("其他部门", "The rest"),
  open: label("进行中", "Open"),
  before: label("试点部门之前", "Pilot before"),
  days: label("{from} 至 {to}", "{from} to {to}"),
  entered: label("进入（条）", "Entered"),
  passRate: label("门禁通过率", "Pass rate at the gate"),
  refused: label("被门禁拒绝过", "Refused at the gate"),
  overridden: label("放行进入", "Entered by an override"),
  ofDeals: label("{count} 条", "of {count}"),
  thin: label(
    "数据太少，差别可能只是偶然：{sides} 已关闭的不足 {least} 条。",
    "Too few to say: {sides} closed fewer than {least}. A difference may be chance.",
  ),
  won: label("赢单", "Won"),
  lost: label("输单", "Lost"),
  winRate: label("赢率", "Win rate"),
  cycle: label("赢单周期（自然日，中位）", "Cycle of won ones (days, median)"),
  dwell: label("阶段停留（工作日，中位）", "Stay in a stage (working days, median)"),
  definitions: label(
    "{from} 至 {to}，“之前”为此前同样的天数；只含您能看到的记录，按记录现在所属的部门划分，口径与“洞察”相同（流量）。通过率 = 未经放行进入 ÷ 尝试过的（进入或被拒绝）。",
    "{from} to {to}; “before” is as many days earlier. Of records that you may see, by the department they belong to now; defined as in Insight (flow). Pass rate = entered without an override ÷ tried (entered or refused).",
  ),
  adopt: label("推广到全公司", "Adopt for all"),
  adopted: label("试点版本已对全公司生效", "The version now holds for all"),
  withdraw: label("撤回试点", "Withdraw"),
  withdrawn: label("试点已撤回，内容保留为草稿", "The pilot is withdrawn; it is the draft again"),
});
