import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

/** Who passes a gate, of those that tried. */
export const gatePassMetric: MetricDefinition = {
  name: "gate_pass_rate",
  label: label("门禁通过率", "Pass rate at a gate"),
  formula: label(
    "未经放行而进入该阶段的记录数 ÷ 尝试过的记录数。尝试过：范围内进入了该阶段，或推进时被门禁拒绝过。放行（强制推进）的记录算尝试、不算通过。",
    "Records that entered the stage without an override ÷ records that tried. Tried: entered it within the window, or were refused by its gate. Those let past by an override tried and did not pass.",
  ),
  grain: label("每条记录在每个阶段计一次。", "Each record once per stage."),
  filters: ALL_FILTERS,
  skip: label("跳过的阶段没有尝试，不计。", "A skipped stage was not tried and does not count."),
  backward: label("多次尝试只计一次。", "Several tries count once."),
  censoring: label(
    "只计推进动作被拒绝的情况；表单保存、批量编辑和导入被拒绝的不计。文件带来的历史不算尝试。",
    "Refusals are those of moves; a refused save of a form, bulk edit or import does not count. History told by a file was not tried.",
  ),
  unit: "ratio",
  endpoint: "/pipelines/{id}/pilot",
};
