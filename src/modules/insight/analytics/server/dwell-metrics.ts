import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP, OPEN_APART, REENTRY } from "./metric-words.ts";

/** How long records stay in a stage. */
export const dwellMetric: MetricDefinition = {
  name: "dwell",
  label: label("阶段停留时间", "Dwell by stage"),
  formula: label(
    "记录在该阶段已结束的各次停留之和。流量口径取范围内结束的停留；同期群口径取范围内创建的记录的全部停留。",
    "All ended stays of a record in the stage, added up. Flow takes the stays that ended in the window; a cohort takes all stays of the records created in it.",
  ),
  grain: label("每条记录在每个阶段计一次。", "Each record once per stage."),
  filters: ALL_FILTERS,
  skip: label("跳过的阶段没有停留，不计。", "A skipped stage has no stay and does not count."),
  backward: REENTRY,
  censoring: OPEN_APART,
  unit: "days",
  endpoint: "/insight/dwell",
};

/** Those that stay longer than is usual. */
export const dwellOutlierMetric: MetricDefinition = {
  name: "dwell_outlier",
  label: label("停留异常", "Unusual dwell"),
  formula: label(
    "停留超过该阶段上限的记录。上限为赢单记录在该阶段停留的 P90；赢单记录不足 10 条时，取上四分位数加 1.5 倍四分位距。仍停在该阶段且已超过上限的另计为“超时”。",
    "Records whose dwell exceeds the limit of the stage: the P90 of the won records, or, with fewer than 10 of these, the upper quartile plus 1.5 times the distance of the quartiles. Those still standing there beyond the limit are counted as overdue.",
  ),
  grain: label("每条记录在每个阶段计一次，按自然日。", "Each record once per stage, in calendar days."),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: REENTRY,
  censoring: OPEN_APART,
  unit: "records",
  endpoint: "/insight/dwell",
};
