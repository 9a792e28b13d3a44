import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  anyValue,
  choice,
  data,
  flag,
  list,
  literal,
  mapOf,
  moment,
  nullable,
  object,
  oneOf,
  shaped,
  text,
  uuid,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { CycleBody, InsightBody, MovementBody } from "./insight-body.contract.ts";
import { insightErrors, MoneySum } from "./insight-parts.contract.ts";
import { MovementAnswer, MovementRecords } from "./movement.contract.ts";

/** The metrics of this module that can be frozen; later modules add theirs, called "module.metric". */
export const BASELINE_METRICS = ["funnel", "win_rate", "cycle", "movement"] as const;
export type BaselineMetric = (typeof BASELINE_METRICS)[number];

export type AddedMetric = `${string}.${string}`;
const addedMetric = () =>
  shaped<AddedMetric>(text({ maxLength: 60, pattern: "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$" }));

/** One number of a metric, by its place in the answer: "total.rate", "stages.needs.entered". */
const BaselineFigure = object({ name: text(), value: text() });
export type BaselineFigure = Static<typeof BaselineFigure>;
const baseline = {
  id: uuid(),
  name: text(),
  metric: oneOf(choice(...BASELINE_METRICS), addedMetric()),
  question: values(),
  /** Up to when the data counts, and how far the log was then. */
  cut_off: moment(),
  log_position: whole(),
  record_count: whole(),
  created_at: moment(),
} as const;
const BaselineHead = object(baseline);
export type BaselineHead = Static<typeof BaselineHead>;
const BaselineCheck = object({
  ...baseline,
  frozen: list(BaselineFigure),
  /** The same question asked of the same moment, as history was known then. */
  again: list(BaselineFigure),
  /** The same, as history is believed now: it may have been corrected since. */
  believed: list(BaselineFigure),
  /** The same question asked now. */
  now: list(BaselineFigure),
  identical: flag(),
  corrected: flag(),
  same_records: flag(),
});
export type BaselineCheck = Static<typeof BaselineCheck>;

const ComparedBaseline = object({
  ...baseline,
  /** Whose it is. */
  maker: nullable(uuid()),
  /** Up to when its figures go: its cut-off, or the end of a period that was over by then. */
  at: moment(),
  frozen: list(BaselineFigure),
  /** The records behind each step as it was known then, as far as the reader may see them. */
  records: MovementRecords,
  /** What was open then, each amount by its probability of then. */
  forecast: nullable(MoneySum),
});
export type ComparedBaseline = Static<typeof ComparedBaseline>;
const BaselineComparison = object({
  before: ComparedBaseline,
  after: ComparedBaseline,
  /** From the one to the other, over what the reader may see. Groups only where both have the same. */
  between: MovementAnswer,
});
export type BaselineComparison = Static<typeof BaselineComparison>;

const name = text({ minLength: 1, maxLength: 100 });
const FreezeBody = oneOf(
  object({ name, metric: literal("funnel"), body: InsightBody }),
  object({ name, metric: literal("win_rate"), body: InsightBody }),
  object({ name, metric: literal("cycle"), body: CycleBody }),
  object({ name, metric: literal("movement"), body: MovementBody }),
  object({ name, metric: addedMetric(), body: mapOf(anyValue(), { maxProperties: 50 }) }),
);
type WithoutName<T> = T extends unknown ? Omit<T, "name"> : never;
/** What a baseline may ask: one of the metrics, by name, with its own body. */
export type BaselineQuestion = WithoutName<Static<typeof FreezeBody>>;

const tag = "insight";
const errors = { ...insightErrors, too_many_stages: 400, unknown_stage: 400, filter_too_long: 400 } as const;

export const freezeBaseline = contract({
  method: "POST",
  path: "/insight/baselines",
  tag,
  summary: label("冻结基准", "Freeze a baseline"),
  description: label(
    "把现在的指标保存为快照，以后可与之比较。",
    "Freezes figures as they are now, to be compared with later.",
  ),
  status: 201,
  body: FreezeBody,
  answer: data(BaselineHead),
  errors: { ...errors, too_many_records: 400, unknown_metric: 422, bad_question: 422 },
});

export const checkBaseline = contract({
  method: "GET",
  path: "/insight/baselines/:id",
  tag,
  summary: label("核对基准", "Check a baseline"),
  description: label(
    "用当时已知的数据重新计算并核对快照。",
    "Reckons a snapshot again on what was known then, and compares.",
  ),
  answer: data(BaselineCheck),
  errors: { ...errors, not_found: 404, too_many_records: 400, unknown_metric: 422, bad_question: 422 },
});

export const compareBaselines = contract({
  method: "GET",
  path: "/insight/baselines/:id/compare/:other",
  tag,
  summary: label("对比两份快照", "Compare two baselines"),
  description: label(
    "并排返回两份商机变动快照，以及从较早一份到较晚一份之间的变动；两份须是同一对象、流程和筛选。",
    "Two baselines of a pipeline movement side by side, and what moved from the earlier to the later one. Both must be of the same object, pipeline and filter.",
  ),
  answer: data(BaselineComparison),
  errors: { ...errors, not_found: 404, not_comparable: 422 },
});
