import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const baselineTexts = defineMessages({
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
  noneDetail: label("在销售漏斗或变动分析页点“冻结基准”。", "Press “Freeze baseline” on the funnel or the movement page."),
  cutOff: label("数据截止", "Cut-off"),
  position: label("日志位置", "Log position"),
  records: label("记录数", "Records"),
  check: label("核对", "Check"),
  identical: label("按当时的数据重算，与冻结的数值完全一致。", "Worked out again on the data of that moment: the very same figures."),
  different: label(
    "重算结果与冻结的数值不同：这段历史后来被更正过（例如撤销了导入或补录了过去）。",
    "Worked out again, the figures differ: this history was corrected since (an import undone, a past told later).",
  ),
  sameRecords: label("背后的记录也是同一批。", "The records behind them are the same, too."),
  otherRecords: label("背后的记录有变化。", "The records behind them differ."),
  figure: label("数值", "Figure"),
  frozen: label("冻结时", "Frozen"),
  again: label("按当时数据重算", "Worked out again"),
  now: label("现在", "Now"),
  remove: label("删除基准“{name}”？", "Delete the baseline “{name}”?"),
  own: label("基准只有您自己看得到。", "Only you see your baselines."),
  funnel: label("漏斗", "Funnel"),
  win_rate: label("赢单率", "Win rate"),
  cycle: label("成交周期", "Sales cycle"),
  movement: label("商机变动", "Movement"),
});
