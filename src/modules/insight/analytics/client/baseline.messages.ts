import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const baselineMessages = defineMessages({
  added: label("其他指标", "Other metric"),
  title: label("数据快照", "Baselines"),
  freeze: label("保存快照", "Save baseline"),
  freezeHint: label(
    "保存现在的数值、条件、数据截止时间和对应的记录，以后随时可以按当时的数据重算核对。",
    "Saves the current figures with their filters, cut-off and records, so they can be recalculated from the data known now at any time.",
  ),
  name: label("名称", "Name"),
  metric: label("指标", "Metric"),
  frozenNow: label("已保存为“{name}”", "Saved as “{name}”"),
  none: label("还没有数据快照", "No baselines yet"),
  noneDetail: label(
    "在销售漏斗或变动分析页点“保存快照”。",
    "Select “Save baseline” on the funnel or the movement page.",
  ),
  cutOff: label("数据截止", "Data cut-off"),
  records: label("记录数", "Records"),
  check: label("核对", "Verify"),
  identical: label("按当时的数据重算，结果完全一致。", "Recalculated from the data known then: identical."),
  different: label(
    "按当时的数据重算，结果与快照不同：你现在能看到的记录或字段与当时不同，或者流程、数据已被清除。",
    "Recalculated from the data known then: different. You may have access to other records or fields than at the time, or the pipeline or data has been erased.",
  ),
  corrected: label(
    "这段历史后来更正过（例如补录历史或撤销导入），“更正后”一列按现在掌握的情况计算。",
    "This history has been corrected since (for example, history was imported or an import was undone). The “Corrected” column shows what is known today.",
  ),
  sameRecords: label("对应的记录也相同。", "The records behind the figures are the same, too."),
  otherRecords: label("对应的记录有变化。", "The records behind the figures have changed."),
  figure: label("数值", "Figure"),
  frozen: label("快照", "Baseline"),
  again: label("按当时数据重算", "Recalculated"),
  believed: label("更正后", "Corrected"),
  now: label("现在", "Now"),
  remove: label("删除数据快照“{name}”？", "Delete the baseline “{name}”?"),
  own: label("数据快照只有你自己能看到。", "Only you can see your baselines."),
  funnel: label("漏斗", "Funnel"),
  win_rate: label("赢单率", "Win rate"),
  cycle: label("成交周期", "Sales cycle"),
  movement: label("商机变动", "Pipeline movement"),
  lostAmount: label("输单金额", "Lost value"),
  reopened: label("已重新打开", "Reopened"),
  biggestDrop: label("流失最多的阶段", "Biggest drop"),
  share: label("占比", "Share"),
});
