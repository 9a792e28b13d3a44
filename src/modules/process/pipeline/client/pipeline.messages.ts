import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const pipelineScreenMessages = defineMessages({
  standing: label("停 {days} 天", "{days} {days|day|days}"),
  workDays: label("停留 {days} 个工作日", "{days} working {days|day|days}"),
  dwellLong: label("偏久：{why}", "Long: {why}"),
  dwellTooLong: label("过久：{why}", "Too long: {why}"),
  dwellStay: label(
    "本次停留 {days} 个工作日（{calendar} 天）",
    "In stage for {days} working {days|day|days} ({calendar} calendar days)",
  ),
  over_max: label("已超过停留上限 {max} 个工作日", "over the maximum of {max} working days in stage"),
  over_set: label("超过此阶段设定的红色阈值", "over the red threshold of this stage"),
  near_set: label("超过此阶段设定的黄色阈值", "over the amber threshold of this stage"),
  over_usual: label(
    "赢单还太少，按默认的 20 个工作日",
    "over the default of 20 working days (too few won deals to compare)",
  ),
  near_usual: label(
    "赢单还太少，按默认的 10 个工作日",
    "over the default of 10 working days (too few won deals to compare)",
  ),
  near_max: label("接近停留上限 {max} 个工作日", "close to the maximum of {max} working days in stage"),
  over_p90: label("比 90% 的赢单停留更久", "longer than 90% of won deals"),
  outlier: label(
    "明显异常，超过 {outlier} 个工作日（1.5 倍四分位距）",
    "an outlier: over {outlier} working days (1.5 × interquartile range)",
  ),
  over_p75: label("比 75% 的赢单停留更久", "longer than 75% of won deals"),
  dwellNorm: label(
    "赢单在此停留：中位数 {p50}、P75 {p75}、P90 {p90} 个工作日（{n} 次）",
    "Won deals stay here: median {p50}, P75 {p75}, P90 {p90} working days ({n} visits)",
  ),
  dwellNoNorm: label("赢单还太少，无法比较停留时间", "Too few won deals to compare the time in stage"),
  dwellMax: label("停留上限 {max} 个工作日", "Maximum in stage: {max} working days"),
  listMark: label("、", ", "),
  clocks: label("停留与跟进", "Time and contact"),
  clockDwell: label("停留", "In the stage"),
  clockIdle: label("未联系客户", "Without contact"),
  clockSlip: label("延期", "Postponed"),
  clockDays: label("{days} 个工作日", "{days} working {days|day|days}"),
  slipTimes: label(
    "{count} 次，共 {days} 个工作日",
    "{count} {count|time|times}, {days} working {days|day|days} in total",
  ),
  slipNone: label("未延期", "Never"),
  limits: label(
    "超过 {amber} 天变黄，超过 {red} 天变红（{from}）",
    "amber over {amber}, red over {red} ({from})",
  ),
  limit_set: label("流程中设定", "set in the pipeline"),
  limit_max: label("停留上限", "maximum in stage"),
  limit_won: label("{n} 次赢单的 P75/P90", "P75/P90 of {n} won"),
  limit_usual: label("赢单太少，取默认值", "default, too few won"),
  level_amber: label("黄色预警", "Amber"),
  level_red: label("红色预警", "Red"),
  lastContact: label("最近一次：{type}，{at}", "Last: {type}, {at}"),
  noContact: label("还没有联系过，从 {at} 创建起算", "No contact yet; counted from creation on {at}"),
  hiddenContact: label(
    "最近一次联系：{at}（你看不到这条跟进记录）",
    "Last contact: {at} (you don’t have access to this activity)",
  ),
  meetingAhead: label(
    "{at} 有客户会面，未联系不标红",
    "Customer meeting on {at}, so no red for lack of contact",
  ),
  meetingLater: label("下次客户会面：{at}", "Next customer meeting: {at}"),
  resetsTitle: label("哪些算联系客户？", "What counts as contact?"),
  resets: label(
    "已完成的跟进记录：{types}。不算：方式为“其他”的跟进、备注、任务、文件、字段修改。所有人的跟进都计入。",
    "Completed activities: {types}. Not counted: activities of type “Other”, notes, tasks, files and field changes. Everyone’s activities count.",
  ),
  idleMark: label("{days} 个工作日未联系客户", "{days} working {days|day|days} without customer contact"),
  idleEased: label("已安排客户会面 {at}", "customer meeting planned for {at}"),
  slipMark: label(
    "预计成交日期推后 {count} 次，共 {days} 个工作日",
    "Close date postponed {count} {count|time|times}, {days} working {days|day|days} in total",
  ),
  usualStay: label(
    "赢单在此停留的中位数：{days} 个工作日",
    "Won deals stay here for {days} working {days|day|days} (median)",
  ),
  notReached: label(
    "无法连接服务器，内容还在，请再试一次",
    "Can’t reach the server. What you entered is kept; try again",
  ),
  guidance: label("阶段指引", "Guidance"),
  tips: label("要点", "Tips"),
  scripts: label("话术", "Scripts"),
  links: label("资料", "Resources"),
  openGuidance: label("展开（{count} 条）", "Show ({count})"),
  closeGuidance: label("收起", "Hide"),
});
