import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  decimal,
  labelOf,
  list,
  mapOf,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { InsightBody, LossBody } from "./insight-body.contract.ts";
import {
  Counted,
  counted,
  frame,
  head,
  insightErrors,
  MoneySum,
  RecordsRef,
} from "./insight-parts.contract.ts";

const FunnelStage = object({
  stage: text(),
  label: mapOf(text()),
  type: choice("open", "won", "lost"),
  entered: whole(),
  amount: nullable(MoneySum),
  /**
   * Of the stage before, as a fraction with up to 12 decimals; null for the first stage and where that one is
   * empty.
   */
  rate: nullable(decimal()),
  /** Of the first stage. */
  cumulative: nullable(decimal()),
  records: RecordsRef,
  /** Cohort: passed on without ever standing here. */
  skipped: optional(Counted),
  /** Cohort: got this far and no further, by where they stand now. */
  still_open: optional(Counted),
  lost_here: optional(Counted),
  /** Cohort, won stages: reached it and was opened again since. */
  reopened: optional(Counted),
});
export type FunnelStage = Static<typeof FunnelStage>;
const funnel = {
  stages: list(FunnelStage),
  lost: list(FunnelStage),
  /** Cohort: the open stage after which the largest share went no further. */
  biggest_drop: nullable(object({ stage: text(), label: mapOf(text()), count: whole(), share: decimal() })),
} as const;
const Funnel = object(funnel);
export type Funnel = Static<typeof Funnel>;
const FunnelAnswer = object({
  ...frame,
  ...funnel,
  groups: optional(list(object({ ...head, ...funnel }))),
});
export type FunnelAnswer = Static<typeof FunnelAnswer>;

const WinRateGroup = object({
  ...head,
  n: whole(),
  won: whole(),
  lost: whole(),
  rate: nullable(decimal()),
  won_amount: nullable(MoneySum),
  lost_amount: nullable(MoneySum),
  records: RecordsRef,
  won_records: RecordsRef,
  lost_records: RecordsRef,
});
export type WinRateGroup = Static<typeof WinRateGroup>;
const WinRateAnswer = object({ ...frame, total: WinRateGroup, groups: list(WinRateGroup) });
export type WinRateAnswer = Static<typeof WinRateAnswer>;

const LossCell = object({
  ...head,
  ...counted,
  /** The stage it was lost from; null where it was lost at once. */
  stage: nullable(text()),
  reason: nullable(text()),
  amount: nullable(MoneySum),
});
export type LossCell = Static<typeof LossCell>;
const LossGroup = object({
  ...counted,
  stage: nullable(text()),
  group: mapOf(text()),
  reasons: list(text()),
});
export type LossGroup = Static<typeof LossGroup>;
const LossAnswer = object({
  ...frame,
  stages: list(object({ stage: text(), label: mapOf(text()) })),
  total: Counted,
  cells: list(LossCell),
  /** The upper level of the reasons, where they have one: the cells of each stage and group together. */
  groups: list(LossGroup),
});
export type LossAnswer = Static<typeof LossAnswer>;

/** The one definition of a metric, in words. */
const MetricDefinition = object({
  name: text(),
  label: labelOf(),
  formula: labelOf(),
  grain: labelOf(),
  filters: labelOf(),
  skip: labelOf(),
  backward: labelOf(),
  censoring: labelOf(),
  unit: choice("records", "money", "ratio", "days"),
  endpoint: text(),
});
export type MetricDefinition = Static<typeof MetricDefinition>;

const tag = "insight";

export const askFunnel = contract({
  method: "POST",
  path: "/insight/funnel",
  tag,
  summary: label("漏斗：各阶段到达数与转化率", "Funnel: how many reach each stage"),
  description: label(
    "返回各阶段到达的条数、金额和转化率，每个数都附上对应记录的条件；可按过去某天计算。",
    "How many reached each stage, with amounts and rates, each figure with the filter of its records; as of any day.",
  ),
  body: InsightBody,
  answer: FunnelAnswer,
  errors: { ...insightErrors, too_many_stages: 400 },
});

export const askWinRate = contract({
  method: "POST",
  path: "/insight/win_rate",
  tag,
  summary: label("赢单率", "Win rate"),
  description: label(
    "返回赢单率、赢单金额，可按产品、负责人、部门、来源或月份分组。",
    "Win rate and won value, by product, owner, department, source or month if wanted.",
  ),
  body: InsightBody,
  answer: WinRateAnswer,
  errors: insightErrors,
});

export const askLoss = contract({
  method: "POST",
  path: "/insight/loss",
  tag,
  summary: label("输单分析：阶段 × 原因", "Losses by stage and reason"),
  description: label("返回在哪个阶段、因什么原因输单。", "Losses by stage and reason."),
  body: LossBody,
  answer: LossAnswer,
  errors: { ...insightErrors, no_reason_field: 400 },
});

export const listMetrics = contract({
  method: "GET",
  path: "/metrics-catalog",
  tag,
  summary: label("指标定义", "Definitions of the metrics"),
  description: label(
    "返回每个指标的定义：公式、粒度、怎样计数。",
    "The definition of each metric: formula, grain, how things are counted.",
  ),
  answer: data(list(MetricDefinition)),
});
