import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const gateReportMessages = defineMessages({
  exceptions: label("限期放行", "Exceptions that end"),
  noExceptions: label("没有限期放行", "No exceptions that end"),
  exceptionOver: label("已到期", "Over"),
  exceptionUntil: label("有效期至", "Valid until"),
  criterionId: label("条件", "Criterion"),
  impact: label("影响", "What it concerns"),
  impactRecords: label(
    "{records} 条记录，其中 {open} 条进行中",
    "{records} {records|record|records}, {open} of them open",
  ),
  impactRemoved: label("“{stage}”中的 {count} 条需要移走", "{count} in “{stage}” have to move"),
  impactFailing: label(
    "进行中的 {judged} 条里，{failing} 条走不出下一步（现在是 {now} 条）",
    "Of {judged} open ones {failing} could not take their next step (now: {now})",
  ),
  noOverrides: label("还没有推进记录", "Nothing has been moved yet"),
  noBypasses: label("没有放行，也没有跳过", "No gate was overridden and no stage left out"),
  byPerson: label("按人员", "By person"),
  byStage: label("按阶段", "By stage"),
  skips: label("跳过", "Skipped"),
  bypassRate: label("绕行率", "Rate"),
  bypassRateHint: label("放行或跳过的推进 ÷ 全部推进", "Moves with an override or a skip ÷ all moves"),
  refusals: label("被拒", "Refused"),
  bypassList: label("最近的放行与跳过", "Newest overrides and skips"),
  skippedStages: label("跳过 {stages}", "Left out {stages}"),
  person: label("人员", "Person"),
  stage: label("阶段", "Stage"),
  road: label("入口", "Road"),
  moves: label("推进", "Moves"),
  overridden: label("放行", "Overridden"),
  when: label("时间", "When"),
  record: label("记录", "Record"),
  hiddenRecord: label("无权查看的记录", "A record you may not read"),
});
