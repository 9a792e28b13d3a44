import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const baselineMessages = defineMessages({
  added: label("其他模块的指标", "Metric of another module"),
  title: label("基准", "Baselines"),
  freeze: label("冻结基准", "Freeze baseline"),
  freezeHint: label(
    "记下现在的数值、条件、数据截止时刻和背后的记录。以后随时可以按当时的数据重算核对。",
    "Keeps the figures of now with their conditions, the cut-off and the records behind them, to be worked out again at any time.",
  ),
  name: label("名称", "Name"),
  metric: label("指标", "Metric"),
  frozenNow: label("已冻结为“{name}”", "Frozen as “{name}”"),
  none: label("还没有基准", "No baselines yet"),
  noneDetail: label(
    "在销售漏斗或变动分析页点“冻结基准”。",
    "Press “Freeze baseline” on the funnel or the movement page.",
  ),
  cutOff: label("数据截止", "Cut-off"),
  position: label("日志位置", "Log position"),
  records: label("记录数", "Records"),
  check: label("核对", "Check"),
  identical: label(
    "按当时已知的数据重算，与冻结的数值完全一致。",
    "Worked out again on what was known then: the very same figures.",
  ),
  different: label(
    "按当时已知的数据重算，与冻结的数值不同：您现在能看到的记录或字段与当时不同，或流程、数据已被清除。",
    "Worked out again on what was known then, the figures differ: what you may see is not what it was, or data has been erased.",
  ),
  corrected: label(
    "这段历史后来被更正过（例如补录了过去或撤销了导入），“更正后”一列按现在掌握的情况计算。",
    "This history was corrected since (a past told later, an import undone): the column “Corrected” counts what is known of it today.",
  ),
  sameRecords: label("背后的记录也是同一批。", "The records behind them are the same, too."),
  otherRecords: label("背后的记录有变化。", "The records behind them differ."),
  figure: label("数值", "Figure"),
  frozen: label("冻结时", "Frozen"),
  again: label("按当时所知重算", "As then known"),
  believed: label("更正后", "Corrected"),
  now: label("现在", "Now"),
  remove: label("删除基准“{name}”？", "Delete the baseline “{name}”?"),
  own: label("基准只有您自己看得到。", "Only you see your baselines."),
  funnel: label("漏斗", "Funnel"),
  win_rate: label("赢单率", "Win rate"),
  cycle: label("成交周期", "Sales cycle"),
  movement: label("商机变动", "Movement"),
});
