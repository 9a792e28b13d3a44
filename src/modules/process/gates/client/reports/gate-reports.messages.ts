import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const gateReportMessages = defineMessages({
  exceptions: label("限期放行", "Exceptions with an end date"),
  noExceptions: label("没有限期放行", "No exceptions with an end date"),
  exceptionOver: label("已到期", "Ended"),
  exceptionUntil: label("有效期至", "Exception ends"),
  criterionId: label("条件", "Criterion"),
  impact: label("影响", "Impact"),
  impactRecords: label(
    "{records} 条记录，其中 {open} 条进行中",
    "{records} {records|record|records}, {open} of them open",
  ),
  impactRemoved: label(
    "“{stage}”中的 {count} 条需要移走",
    "{count} in “{stage}” {count|has|have} to be moved",
  ),
  impactFailing: label(
    "进行中的 {judged} 条里，{failing} 条无法进入下一阶段（现在是 {now} 条）",
    "Of {judged} open records, {failing} could not move to the next stage (currently {now})",
  ),
  noOverrides: label("还没有推进记录", "No moves yet"),
  noBypasses: label("没有特批，也没有跳过", "No exceptions and no skipped stages"),
  byPerson: label("按成员", "By person"),
  byStage: label("按阶段", "By stage"),
  skips: label("跳过", "Skipped"),
  bypassRate: label("特批或跳过比例", "Share"),
  bypassRateHint: label(
    "特批或跳过的推进 ÷ 全部推进",
    "Moves with an exception or a skipped stage ÷ all moves",
  ),
  refusals: label("被拦下", "Blocked"),
  bypassList: label("最近的特批与跳过", "Latest exceptions and skipped stages"),
  skippedStages: label("跳过 {stages}", "Skipped {stages}"),
  person: label("成员", "Person"),
  stage: label("阶段", "Stage"),
  road: label("来源", "Source"),
  moves: label("推进", "Moves"),
  overridden: label("特批", "Exceptions"),
  when: label("时间", "When"),
  record: label("记录", "Record"),
  hiddenRecord: label("无权查看的记录", "A record you don’t have access to"),
});
