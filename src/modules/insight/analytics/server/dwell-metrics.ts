import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP, OPEN_APART, REENTRY } from "./metric-words.ts";

/** How long records stay in a stage. */
export const dwellMetric: MetricDefinition = {
  name: "dwell",
  label: label("阶段停留时间", "Time in stage"),
  formula: label(
    "记录在该阶段各次已结束的停留之和。按发生时间统计时取范围内结束的停留；按创建时间统计时取范围内创建的记录的全部停留。",
    "The sum of a record’s ended visits to the stage. By event date: visits that ended in the period. By creation date: all visits of the records created in it.",
  ),
  grain: label("每条记录在每个阶段计一次。", "Once per record and stage."),
  filters: ALL_FILTERS,
  skip: label("跳过的阶段没有停留，不计。", "A skipped stage has no visit and is not counted."),
  backward: REENTRY,
  censoring: OPEN_APART,
  unit: "days",
  endpoint: "/insight/dwell",
};

/** Those that stay longer than is usual. */
export const dwellOutlierMetric: MetricDefinition = {
  name: "dwell_outlier",
  label: label("停留异常", "Unusual time in stage"),
  formula: label(
    "停留超过该阶段上限的记录。上限为赢单记录在该阶段停留的 P90；赢单记录不足 10 条时，取上四分位数加 1.5 倍四分位距。仍停在该阶段且已超过上限的另计为“超时”。",
    "Records in a stage for longer than its limit: the P90 of won records, or, with fewer than 10 of these, the upper quartile plus 1.5 times the interquartile range. Those still in the stage beyond the limit are counted as overdue.",
  ),
  grain: label("每条记录在每个阶段计一次，按自然日。", "Once per record and stage, in calendar days."),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: REENTRY,
  censoring: OPEN_APART,
  unit: "records",
  endpoint: "/insight/dwell",
};
