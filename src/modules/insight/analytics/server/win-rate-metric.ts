import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** Won of those closed. */
export const winRateMetric: MetricDefinition = {
  name: "win_rate",
  label: label("赢单率", "Win rate"),
  formula: label(
    "赢单数 ÷（赢单数 + 输单数）。默认按关闭时间落在范围内计；“同期群”口径按创建时间计。",
    "Won ÷ (won + lost). By when records were closed; in cohort mode by when they were created.",
  ),
  grain: label(
    "每条记录计一次，以它在该时点所处的状态为准。",
    "Each record once, by where it stands at the moment asked about.",
  ),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "重新打开的记录不算赢也不算输，再次关闭后按最后一次计。",
    "A reopened record is neither won nor lost until it is closed again; then the last time counts.",
  ),
  censoring: label("进行中的记录不在分母里。", "Open records are not in the denominator."),
  unit: "ratio",
  endpoint: "/insight/win_rate",
};
