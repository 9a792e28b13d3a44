import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS, NO_SKIP } from "./metric-words.ts";

/** What lies between the amounts of two moments. */
export const movementMetric: MetricDefinition = {
  name: "movement",
  label: label("商机变动", "Pipeline movement"),
  formula: label(
    "期初 + 新增 + 增加 − 减少 + 转入 − 转出 − 赢单 − 输单 = 期末，金额核对到分；条数同样相等，但增加、减少只改变金额，不改变条数。比较两个时间点：期初是开始日第一刻之前，期末是结束日最后一刻（尚未到的为现在）。期初、期末是当时在范围内且进行中的记录。新增：期初之后创建；转入：此前已创建，期初不在范围内或不在进行中（负责人变更、更换流程、关闭后重新打开、从回收站恢复）；转出：期末已不在范围内（含删除）；增加、减少：期初、期末都在（或已关闭）的记录的金额差。",
    "Start + new + increased − decreased + transferred in − transferred out − won − lost = end, reconciled to the cent; counts balance too, but increased and decreased only change amounts. Two moments are compared: just before the first day begins, and the last moment of the last day (or now, if that is still to come). Start and end are the records open and in scope at the time. New: created after the start. Transferred in: created earlier but out of scope or not open at the start (another owner or pipeline, reopened, restored from the recycle bin). Transferred out: no longer in scope at the end, including deleted. Increased, decreased: the change in amount of records present at the start and still there or closed.",
  ),
  grain: label(
    "每条记录比较它在两个时间点的版本；分组时先按期初的组、再按期末的组，换组记为转出和转入。",
    "Each record by its versions at the two moments. With groups, a record that changes group is transferred out of one and into the other.",
  ),
  filters: ALL_FILTERS,
  skip: NO_SKIP,
  backward: label(
    "只看两个时间点，中间来回不计；期初已关闭、期间重新打开又关闭的，记为转入并记为赢单或输单。",
    "Only the two moments count, not what happened in between. A record closed at the start, then reopened and closed again, is transferred in and counted as won or lost.",
  ),
  censoring: label(
    "赢单、输单按期末的金额计：期初进行中、期末已关闭的，计在期初的组里；期间才进入范围并关闭的，先计为新增或转入。多币种时全部折算成公司本位币。",
    "Won and lost use the amount at the end: those open at the start count in the group they were in then; those that came in and closed within the period first count as new or transferred in. With several currencies, everything is converted to the company currency.",
  ),
  unit: "money",
  endpoint: "/insight/movement",
};
