import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const pilotMessages = defineMessages({
  tab: label("试点", "Pilot"),
  intro: label(
    "先让部分部门使用草稿的关卡、规则和动作，其他部门不变；运行一段时间，对比之后再决定推广还是撤回。",
    "Let some departments work with the draft’s gates, rules and actions while nothing changes for the others. Compare after a while, then roll it out or withdraw it.",
  ),
  noDraft: label(
    "没有草稿。请先修改并保存草稿，再选择试点部门。",
    "There is no draft. Make a change and save the draft, then choose the departments.",
  ),
  unsaved: label("请先保存草稿。", "Save the draft first."),
  departments: label("试点部门", "Pilot departments"),
  below: label("包含现有的下级部门", "Includes their current sub-departments"),
  start: label("开始试点", "Start the pilot"),
  started: label(
    "试点已开始，在这些部门立即生效",
    "Pilot started; it applies to these departments immediately",
  ),
  since: label(
    "第 {version} 版自 {since} 起在 {departments} 试点",
    "Version {version} has been piloted in {departments} since {since}",
  ),
  pilot: label("试点部门", "Pilot"),
  others: label("其他部门", "Other departments"),
  open: label("进行中", "Open"),
  before: label("试点部门（试点前）", "Pilot departments (before)"),
  days: label("{from} 至 {to}", "{from} to {to}"),
  entered: label("进入（条）", "Entered"),
  passRate: label("关卡通过率", "Gate pass rate"),
  refused: label("被关卡拦下", "Blocked at the gate"),
  overridden: label("特批进入", "Entered with an exception"),
  ofDeals: label("{count} 条", "of {count}"),
  thin: label(
    "数据太少，差异可能只是偶然：{sides}已关闭的不足 {least} 条。",
    "Too little data: {sides} closed fewer than {least}. Any difference may be chance.",
  ),
  won: label("赢单", "Won"),
  lost: label("输单", "Lost"),
  winRate: label("赢率", "Win rate"),
  cycle: label("赢单周期（自然日，中位数）", "Sales cycle of won deals (calendar days, median)"),
  dwell: label("阶段停留（工作日，中位数）", "Time in stage (working days, median)"),
  definitions: label(
    "{from} 至 {to}，“试点前”为此前同样的天数；只含你能看到的记录，按记录现在所属的部门划分，统计方式与销售漏斗的“按发生时间”相同。通过率 = 未经特批进入 ÷ 尝试过的（进入或被拦下）。",
    "{from} to {to}; “before” covers the same number of days earlier. Includes records you have access to, by their current department, counted by event date as in the funnel. Pass rate = entered without an exception ÷ attempts (entered or blocked).",
  ),
  adopt: label("推广到全公司", "Roll out to everyone"),
  adopted: label("试点版本已在全公司生效", "The pilot version now applies to everyone"),
  withdraw: label("撤回试点", "Withdraw pilot"),
  withdrawn: label("试点已撤回，内容保留为草稿", "Pilot withdrawn; its content is kept as the draft"),
});
