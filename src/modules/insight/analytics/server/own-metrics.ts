import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { metricCatalogue } from "./metric-catalogue.ts";

const ALL_FILTERS = label(
  "只计提问者有权查看的记录；对象、流程、日期范围（按公司时区，首尾两天都含）、条件和截至时点都写在每个数字背后的记录条件里；回收站中的记录不计。",
  "Only records the reader may see; object, pipeline, days (in the company's zone, first and last within), condition and moment all stand in the filter behind each number; the recycle bin does not count.",
);
const NO_SKIP = label("不适用。", "Does not apply.");
const OPEN_APART = label(
  "进行中的记录不计入平均值、中位数和 P90，单独计数。",
  "Open records are in no mean, median or P90; they are counted apart.",
);
const CENSORED = label(
  "进行中的记录不计入平均值，单独计数；“同期群”口径另给出卡普兰–迈耶中位数：进行中的记录按已经持续的天数计入，以其他结果结束的记录按结束时删失。",
  "Open records are not in the mean but counted apart; a cohort also gets the Kaplan–Meier median, in which open records count for as long as they have lasted and those that ended otherwise are censored at their end.",
);
const REENTRY = label(
  "退回后再次进入，停留时间累加到该阶段。",
  "A stage that is entered again adds to the time spent there.",
);

const OWN: readonly MetricDefinition[] = [
  {
    name: "funnel_cohort",
    label: label("漏斗（同期群）", "Funnel (cohort)"),
    formula: label(
      "范围内创建的记录中，曾到达该阶段或更后面阶段的记录数。阶段转化率 = 本阶段 ÷ 上一阶段；累计转化率 = 本阶段 ÷ 第一阶段；赢单与它之前最后一个进行中阶段相比。同期群的全部记录都计入第一阶段。",
      "Of the records created in the window, how many ever reached the stage or one beyond it. Stage rate = this stage ÷ the one before; cumulative rate = this stage ÷ the first; a won stage is compared with the last open one before it. Every record of the cohort counts in the first stage.",
    ),
    grain: label("每条记录计一次，归入它现在所在的流程。", "Each record once, in the pipeline it is in now."),
    filters: ALL_FILTERS,
    skip: label(
      "跳过的阶段视为已通过，并单独标出跳过数。",
      "A stage that was skipped counts as passed; how many skipped it is shown.",
    ),
    backward: label(
      "退回不减少已到达的阶段，转化只计一次；赢单后重新打开的记录仍算到达过赢单并单独标出，赢单率则看它现在的状态。",
      "Moving back does not take a stage away, and a conversion counts once; a won record that was reopened did reach won and is shown apart, while the win rate looks at where it stands.",
    ),
    censoring: label(
      "仍在进行中的记录计入已到达的阶段；每个阶段另列出止步于此的进行中数与输单数。",
      "Records still open count as far as they have come; for each stage, those that stopped there are shown as still open and as lost.",
    ),
    unit: "records",
    endpoint: "/insight/funnel",
  },
  {
    name: "funnel_flow",
    label: label("漏斗（流量）", "Funnel (flow)"),
    formula: label(
      "范围内进入过该阶段的记录数（不论何时创建）。阶段转化率 = 本阶段 ÷ 上一阶段，两者可能不是同一批记录，因此可以超过 100%。",
      "Records that entered the stage within the window, whenever they were created. Stage rate = this stage ÷ the one before; these need not be the same records, so it can exceed 100 %.",
    ),
    grain: label("每条记录在每个阶段计一次。", "Each record once per stage."),
    filters: ALL_FILTERS,
    skip: label("跳过的阶段没有进入，不计。", "A skipped stage was not entered and does not count."),
    backward: label(
      "范围内多次进入同一阶段只计一次；退回进入的阶段也计。",
      "Entering a stage several times counts once; entering it by moving back counts too.",
    ),
    censoring: NO_SKIP,
    unit: "records",
    endpoint: "/insight/funnel",
  },
  {
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
  },
  {
    name: "win_rate",
    label: label("赢单率", "Win rate"),
    formula: label(
      "赢单数 ÷（赢单数 + 输单数）。默认按关闭时间落在范围内计；“同期群”口径按创建时间计。",
      "Won ÷ (won + lost). By when records were closed; in cohort mode by when they were created.",
    ),
    grain: label(
      "每条记录计一次，以它在该时点所处的状态为准。",
      "Each record once, by where it stands at the moment asked about.",
    ),
    filters: ALL_FILTERS,
    skip: NO_SKIP,
    backward: label(
      "重新打开的记录不算赢也不算输，再次关闭后按最后一次计。",
      "A reopened record is neither won nor lost until it is closed again; then the last time counts.",
    ),
    censoring: label("进行中的记录不在分母里。", "Open records are not in the denominator."),
    unit: "ratio",
    endpoint: "/insight/win_rate",
  },
  {
    name: "cycle",
    label: label("成交周期", "Sales cycle"),
    formula: label(
      "从起点到最后一次关闭的天数。起点默认为第一次进入流程的阶段，也可以是某个阶段的第一次进入，或创建时间；结果默认为赢单。给出平均值、中位数、P90；自然日精确到秒，工作日按公司日历。",
      "Days from the start to the last close. The start is the first entry into a stage of the pipeline, or the first entry into a named stage, or the creation; the outcome is won unless told otherwise. Mean, median and P90; calendar days to the second, working days by the company's calendar.",
    ),
    grain: label("每条记录计一次。", "Each record once."),
    filters: ALL_FILTERS,
    skip: label(
      "没有进入过所选起点阶段的记录不计。",
      "Records that never entered the chosen start stage do not count.",
    ),
    backward: label(
      "退回和重新打开的时间都包含在内；各阶段停留之和等于周期。",
      "Time after moving back and reopening is within; the dwell of all stages adds up to the cycle.",
    ),
    censoring: CENSORED,
    unit: "days",
    endpoint: "/insight/cycle",
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    name: "loss",
    label: label("输单分析", "Losses"),
    formula: label(
      "处于输单状态的记录，按输单前所在阶段和输单原因计数。默认按输单时间落在范围内计。",
      "Records that stand lost, by the stage they were lost from and the reason given; by when they were lost.",
    ),
    grain: label("每条记录计一次。", "Each record once."),
    filters: ALL_FILTERS,
    skip: NO_SKIP,
    backward: label(
      "重新打开后再次输单的，只计最后一次。",
      "What was reopened and lost again counts by the last time.",
    ),
    censoring: NO_SKIP,
    unit: "records",
    endpoint: "/insight/loss",
  },
];

/** Those of this module. */
export const ownMetrics = OWN.map((metric) => metricCatalogue.define(metric.name, metric));
