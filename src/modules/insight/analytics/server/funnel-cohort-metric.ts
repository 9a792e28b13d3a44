import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

/** Of the records made in a window, how far they ever came. */
export const funnelCohortMetric: MetricDefinition = {
  name: "funnel_cohort",
  label: label("漏斗（按创建时间）", "Funnel (by creation date)"),
  formula: label(
    "范围内创建的记录中，曾到达该阶段或更后面阶段的记录数。阶段转化率 = 本阶段 ÷ 上一阶段；累计转化率 = 本阶段 ÷ 第一阶段；赢单与它之前最后一个进行中阶段相比。范围内创建的全部记录都计入第一阶段。",
    "Of the records created in the period, how many ever reached the stage or a later one. Stage conversion = this stage ÷ the previous one; overall conversion = this stage ÷ the first. A won stage is compared with the last open one before it. All records created in the period count in the first stage.",
  ),
  grain: label("每条记录计一次，归入它现在所在的流程。", "Once per record, in its current pipeline."),
  filters: ALL_FILTERS,
  skip: label(
    "跳过的阶段视为已通过，并单独标出跳过数。",
    "A skipped stage counts as passed; the number that skipped it is shown.",
  ),
  backward: label(
    "退回不减少已到达的阶段，转化只计一次；赢单后重新打开的记录仍算到达过赢单并单独标出，赢单率则看它现在的状态。",
    "Moving back does not undo a stage reached, and a conversion counts once. A won record that was reopened still reached won and is shown separately; the win rate looks at its current state.",
  ),
  censoring: label(
    "仍在进行中的记录计入已到达的阶段；每个阶段另列出停在此阶段的进行中数与输单数。",
    "Open records count as far as they have come; for each stage, those that stopped there are shown as still open and as lost.",
  ),
  unit: "records",
  endpoint: "/insight/funnel",
};
