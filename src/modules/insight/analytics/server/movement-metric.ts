import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** What lies between the amounts of two moments. */
export const movementMetric: MetricDefinition = {
  name: "movement",
  label: label("商机变动", "Pipeline movement"),
  formula: label(
    "期初 + 新增 + 增加 − 减少 + 移入 − 移出 − 赢单 − 输单 = 期末，金额逐分相等；条数同样相等，但增加、减少只改变金额，不改变条数。比较两个时点：期初是开始日第一刻之前，期末是结束日最后一刻（尚未到的为现在）。期初、期末是当时在范围内且进行中的记录。新增：期初之后创建；移入：此前已创建，期初不在范围内或不在进行中（转给了他人、换了流程、曾关闭又打开、从回收站恢复）；移出：期末已不在范围内（含删除）；增加、减少：期初、期末都在（或已关闭）的记录的金额差。",
    "start + new + increased − decreased + moved in − moved out − won − lost = end, to the cent in amounts and likewise in counts, where increased and decreased only change amounts. Two moments are compared: just before the first day begins, and the last moment of the last day (now, where that is still to come). Start and end are the records open and in scope then. New: created after the start. Moved in: created before, but at the start out of scope or not open (another owner or pipeline, closed and opened again, restored from the bin). Moved out: no longer in scope at the end, deleted ones included. Increased, decreased: how the amounts differ of those that were there at the start and still are, or were closed.",
  ),
  grain: label(
    "每条记录比较它在两个时点的版本；分组时先按期初的组、再按期末的组，换组记为移出和移入。",
    "Each record by its versions at the two moments; with groups, a record that changes its group moves out of one and into the other.",
  ),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "只看两个时点，中间来回不计；期初已关闭、期间重新打开又关闭的，记为移入并记为赢单或输单。",
    "Only the two moments count, not what went to and fro between them; one closed at the start, opened and closed again within, moved in and was won or lost.",
  ),
  censoring: label(
    "赢单、输单按期末的金额计：期初进行中、期末已关闭的，计在期初的组里；期间才进入范围并关闭的，先计为新增或移入。多币种时全部折成公司本位币。",
    "Won and lost are at the amount of the end: those open at the start count in the group they were in then; those that came and were closed within count as new or moved in first. With several currencies everything is in company amounts.",
  ),
  unit: "money",
  endpoint: "/insight/movement",
};
