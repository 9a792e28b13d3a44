import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

/** After which stage most go no further. */
export const biggestDropMetric: MetricDefinition = {
  name: "biggest_drop",
  label: label("流失最多的阶段", "Biggest drop"),
  formula: label(
    "范围内创建的记录中，没有继续推进的比例最高的进行中阶段（没有继续推进的记录数 ÷ 到达该阶段的记录数）；其中仍在进行的与已输单的分开列出。",
    "Of the records created in the period, the open stage from which the largest share went no further; still open and lost are shown separately.",
  ),
  grain: label("阶段。", "Stage."),
  filters: ALL_FILTERS,
  skip: label("跳过视为已通过。", "A skipped stage counts as passed."),
  backward: label("以曾到达的最远阶段为准。", "Based on the furthest stage ever reached."),
  censoring: label(
    "进行中的记录以后仍可能前进，因此最近创建的记录会显得偏高。",
    "Open records may still move on, so recently created ones look worse than they will be.",
  ),
  unit: "ratio",
  endpoint: "/insight/funnel",
};
