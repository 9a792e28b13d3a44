import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** What was lost, from where and why. */
export const lossMetric: MetricDefinition = {
  name: "loss",
  label: label("输单分析", "Losses"),
  formula: label(
    "处于输单状态的记录，按输单前所在阶段和输单原因计数。默认按输单时间落在范围内计。",
    "Records that stand lost, by the stage they were lost from and the reason given; by when they were lost.",
  ),
  grain: label("每条记录计一次。", "Each record once."),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "重新打开后再次输单的，只计最后一次。",
    "What was reopened and lost again counts by the last time.",
  ),
  censoring: NO_SKIP,
  unit: "records",
  endpoint: "/insight/loss",
};
