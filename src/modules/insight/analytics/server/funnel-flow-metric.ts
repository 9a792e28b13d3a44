import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** What entered the stages in a window. */
export const funnelFlowMetric: MetricDefinition = {
  name: "funnel_flow",
  label: label("漏斗（按发生时间）", "Funnel (by event date)"),
  formula: label(
    "范围内进入过该阶段的记录数（不论何时创建）。阶段转化率 = 本阶段 ÷ 上一阶段，两者可能不是同一批记录，因此可以超过 100%。",
    "Records that entered the stage in the period, whenever they were created. Stage conversion = this stage ÷ the previous one; these may be different records, so it can exceed 100%.",
  ),
  grain: label("每条记录在每个阶段计一次。", "Once per record and stage."),
  filters: ALL_FILTERS,
  skip: label("跳过的阶段没有进入，不计。", "A skipped stage was not entered and is not counted."),
  backward: label(
    "范围内多次进入同一阶段只计一次；退回进入的阶段也计。",
    "Entering a stage several times counts once; entering it by moving back counts too.",
  ),
  censoring: NO_SKIP,
  unit: "records",
  endpoint: "/insight/funnel",
};
