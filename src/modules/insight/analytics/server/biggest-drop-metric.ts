import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

/** After which stage most go no further. */
export const biggestDropMetric: MetricDefinition = {
  name: "biggest_drop",
  label: label("流失最严重的阶段", "Biggest drop"),
  formula: label(
    "同期群中，没有再往前的记录占到达该阶段记录的比例最高的那个进行中阶段；其中仍在进行的与已输单的分开列出。",
    "The open stage of a cohort after which the largest share of those who reached it went no further; still open and lost are shown apart.",
  ),
  grain: label("阶段。", "Stage."),
  filters: ALL_FILTERS,
  skip: label("跳过视为已通过。", "A skipped stage counts as passed."),
  backward: label("以曾到达的最远阶段为准。", "By the furthest stage ever reached."),
  censoring: label(
    "进行中的记录以后仍可能前进，刚开始的同期群会偏高。",
    "Open records may still move on, so a young cohort looks worse than it will be.",
  ),
  unit: "ratio",
  endpoint: "/insight/funnel",
};
