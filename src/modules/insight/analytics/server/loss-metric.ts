import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** What was lost, from where and why. */
export const lossMetric: MetricDefinition = {
  name: "loss",
  label: label("输单分析", "Lost deals"),
  formula: label(
    "处于输单状态的记录，按输单前所在阶段和输单原因计数。默认按输单时间落在范围内计。",
    "Lost records, counted by the stage they were lost from and the lost reason; by default, those lost in the period.",
  ),
  grain: label("每条记录计一次。", "Once per record."),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "重新打开后再次输单的，只计最后一次。",
    "If reopened and lost again, only the last time counts.",
  ),
  censoring: NO_SKIP,
  unit: "records",
  endpoint: "/insight/loss",
};
