import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const pilotTexts = defineMessages({
  tab: label("试点", "Pilot"),
  intro: label(
    "先让部分部门用草稿的门禁、规则和动作，其他部门不变；跑一段时间，对比之后再决定推广还是撤回。",
    "Let some departments work with the gates, rules and actions of the draft while nothing changes for the others; compare after a while, then adopt it for all or withdraw it.",
  ),
  noDraft: label("没有草稿。先修改并保存草稿，再选择试点部门。", "There is no draft. Change something and save the draft, then choose the departments."),
  unsaved: label("先保存草稿。", "Save the draft first."),
  departments: label("试点部门", "Departments that try it"),
  below: label("包含现有的下级部门", "All departments that are below them now are included"),
  start: label("开始试点", "Start the pilot"),
  started: label("试点已开始，这些部门立即生效", "The pilot has begun; it holds in these departments at once"),
  since: label("第 {version} 版自 {since} 起在 {departments} 试点", "Version {version} is tried out in {departments} since {since}"),
  pilot: label("试点部门", "Pilot"),
  others: label("其他部门", "The rest"),
  open: label("进行中", "Open"),
  moves: label("推进次数", "Moves"),
  overridden: label("放行次数", "Overridden"),
  won: label("赢单", "Won"),
  lost: label("输单", "Lost"),
  winRate: label("赢率", "Win rate"),
  cycle: label("赢单周期（自然日，中位）", "Cycle of won ones (days, median)"),
  dwell: label("阶段停留（工作日，中位）", "Stay in a stage (working days, median)"),
  definitions: label(
    "自试点开始以来；只含您能看到的记录，按记录现在所属的部门划分。赢率 = 赢单 ÷（赢单 + 输单）。",
    "Since the pilot began; of records that you may see, by the department they belong to now. Win rate = won ÷ (won + lost).",
  ),
  adopt: label("推广到全公司", "Adopt for all"),
  adopted: label("试点版本已对全公司生效", "The version now holds for all"),
  withdraw: label("撤回试点", "Withdraw"),
  withdrawn: label("试点已撤回，内容保留为草稿", "The pilot is withdrawn; it is the draft again"),
});
