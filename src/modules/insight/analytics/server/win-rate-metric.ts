import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** Won of those closed. */
export const winRateMetric: MetricDefinition = {
  name: "win_rate",
  label: label("赢单率", "Win rate"),
  formula: label(
    "赢单数 ÷（赢单数 + 输单数）。默认计关闭时间在范围内的记录；“按创建时间”统计时计范围内创建的记录。",
    "Won ÷ (won + lost), of the records closed in the period or, by creation date, of those created in it.",
  ),
  grain: label("每条记录计一次，以它当时的状态为准。", "Once per record, by its state at that time."),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "重新打开的记录不算赢单也不算输单，再次关闭后按最后一次计。",
    "A reopened record is neither won nor lost until it is closed again; then the last time counts.",
  ),
  censoring: label("进行中的记录不计入分母。", "Open records are not in the denominator."),
  unit: "ratio",
  endpoint: "/insight/win_rate",
};
