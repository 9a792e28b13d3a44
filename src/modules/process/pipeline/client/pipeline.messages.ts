import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const pipelineScreenMessages = defineMessages({
  workDays: label("{days} 工作日", "{days} {days|work day|work days}"),
  dwellLong: label("偏久：{why}", "Long: {why}"),
  dwellTooLong: label("过久：{why}", "Too long: {why}"),
  dwellStay: label(
    "本次停留 {days} 个工作日（{calendar} 天）",
    "This stay: {days} {days|working day|working days} ({calendar} calendar)",
  ),
  over_max: label("已超过停留上限 {max} 个工作日", "over the longest stay of {max} working days"),
  over_set: label("超过此阶段设定的红色阈值", "beyond the red limit of this stage"),
  near_set: label("超过此阶段设定的黄色阈值", "beyond the amber limit of this stage"),
  over_usual: label(
    "赢单还太少，按默认的 20 个工作日",
    "beyond 20 working days, the usual while too few are won",
  ),
  near_usual: label(
    "赢单还太少，按默认的 10 个工作日",
    "beyond 10 working days, the usual while too few are won",
  ),
  near_max: label("接近停留上限 {max} 个工作日", "close to the longest stay of {max} working days"),
  over_p90: label("比 90% 的赢单停留更久", "longer than 90% of the stays of won records"),
  outlier: label(
    "明显异常，超过 {outlier} 个工作日（1.5 倍四分位距）",
    "an outlier, beyond {outlier} working days (1.5 interquartile ranges)",
  ),
  over_p75: label("比 75% 的赢单停留更久", "longer than 75% of the stays of won records"),
  dwellNorm: label(
    "赢单在此停留：中位 {p50}，P75 {p75}，P90 {p90} 个工作日（{n} 次）",
    "Won records stay here: median {p50}, P75 {p75}, P90 {p90} working days ({n} stays)",
  ),
  dwellNoNorm: label("赢单还太少，没有停留基准", "Too few won records to say what is usual"),
  dwellMax: label("停留上限 {max} 个工作日", "Longest stay: {max} working days"),
  listMark: label("、", ", "),
  clocks: label("三个时钟", "Clocks"),
  clockDwell: label("停留", "In the stage"),
  clockIdle: label("未联系客户", "Without contact"),
  clockSlip: label("延期", "Put off"),
  clockDays: label("{days} 个工作日", "{days} {days|working day|working days}"),
  slipTimes: label(
    "{count} 次，共 {days} 个工作日",
    "{count} {count|time|times}, {days} {days|working day|working days} in all",
  ),
  slipNone: label("未延期", "Never"),
  limits: label("超过 {amber} 黄、{red} 红（{from}）", "amber beyond {amber}, red beyond {red} ({from})"),
  limit_set: label("流程中设定", "set in the pipeline"),
  limit_max: label("停留上限", "the longest stay"),
  limit_won: label("{n} 次赢单的 P75/P90", "P75/P90 of {n} won"),
  limit_usual: label("赢单太少，取默认值", "too few won, the usual"),
  level_amber: label("黄色预警", "Amber"),
  level_red: label("红色预警", "Red"),
  lastContact: label("最近一次：{type}，{at}", "Last: {type}, {at}"),
  noContact: label("还没有联系过，从 {at} 创建起算", "No contact yet, counted from its creation on {at}"),
  hiddenContact: label(
    "最近一次联系：{at}（您看不到这条跟进）",
    "Last contact: {at} (of an activity that you do not see)",
  ),
  meetingAhead: label(
    "{at} 有客户会面，未联系不判红",
    "Customer meeting on {at}: not red for want of contact",
  ),
  meetingLater: label("下次客户会面：{at}", "Next customer meeting: {at}"),
  resetsTitle: label("哪些算联系客户？", "What counts as contact?"),
  resets: label(
    "已完成的跟进记录：{types}。不算：方式为“其他”的跟进、备忘、任务、文件、字段修改。所有人的跟进都计入，不论谁在看。",
    "Activities that are done: {types}. Not: activities of type “other”, notes, tasks, files, changes of fields. Everybody’s activities count, whoever looks.",
  ),
  idleMark: label(
    "{days} 个工作日未联系客户",
    "{days} {days|working day|working days} without contact with the customer",
  ),
  idleEased: label("已安排客户会面 {at}", "a customer meeting is planned for {at}"),
  slipMark: label(
    "成交日期推后 {count} 次，共 {days} 个工作日",
    "Close date put off {count} {count|time|times}, {days} {days|working day|working days} in all",
  ),
  usualStay: label(
    "赢单在此停留的中位数：{days} 个工作日",
    "Won records stay here for {days} {days|working day|working days} (median)",
  ),
  notReached: label(
    "没有连上服务器，内容还在，请再试一次",
    "The server was not reached; what you entered is kept, try again",
  ),
  guidance: label("阶段指引", "Guidance"),
  tips: label("要点", "Tips"),
  scripts: label("话术", "Scripts"),
  links: label("资料", "Material"),
  openGuidance: label("展开（{count} 条）", "Show ({count})"),
  closeGuidance: label("收起", "Hide"),
});
