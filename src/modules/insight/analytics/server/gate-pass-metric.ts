import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

/** Who passes a gate, of those that tried. */
export const gatePassMetric: MetricDefinition = {
  name: "gate_pass_rate",
  label: label("关卡通过率", "Gate pass rate"),
  formula: label(
    "未经特批而进入该阶段的记录数 ÷ 尝试过的记录数。尝试过：范围内进入了该阶段，或推进时被关卡拦下。经特批进入的记录算尝试、不算通过。",
    "Records that entered the stage without an exception ÷ records that tried. Tried: entered it in the period, or were blocked at its gate. Records that entered with an exception tried but did not pass.",
  ),
  grain: label("每条记录在每个阶段计一次。", "Once per record and stage."),
  filters: ALL_FILTERS,
  skip: label("跳过的阶段没有尝试，不计。", "A skipped stage was not tried and is not counted."),
  backward: label("多次尝试只计一次。", "Several attempts count once."),
  censoring: label(
    "只计推进时被拦下的情况；表单保存、批量编辑和导入被拦下的不计。导入的历史不算尝试。",
    "Only moves that were blocked count, not blocked saves of forms, bulk edits or imports. Imported history does not count as an attempt.",
  ),
  unit: "ratio",
  endpoint: "/pipelines/{id}/pilot",
};
