import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  decimal,
  list,
  mapOf,
  nullable,
  object,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { CycleBody, DurationUnit, DwellBody } from "./insight-body.contract.ts";
import { Counted, frame, head, insightErrors, RecordsRef } from "./insight-parts.contract.ts";

/** Days as decimal strings with up to 12 decimals. */
const measures = {
  mean: nullable(decimal()),
  median: nullable(decimal()),
  p90: nullable(decimal()),
  total: decimal(),
} as const;
const DurationMeasures = object(measures);
export type DurationMeasures = Static<typeof DurationMeasures>;
/** Both units under their names, and the one that was asked for in front. */
const durations = {
  ...measures,
  calendar_days: DurationMeasures,
  working_days: DurationMeasures,
} as const;

const CycleGroup = object({
  ...head,
  ...durations,
  n: whole(),
  open: whole(),
  records: RecordsRef,
  open_records: RecordsRef,
  /**
   * Whole calendar days after which half are through, open records counted as long as they have lasted; null
   * below half, and in flow mode.
   */
  kaplan_meier_median: nullable(whole()),
});
export type CycleGroup = Static<typeof CycleGroup>;
const CycleAnswer = object({
  ...frame,
  unit: DurationUnit,
  start: text(),
  outcomes: list(text()),
  groups: list(CycleGroup),
});
export type CycleAnswer = Static<typeof CycleAnswer>;

const DwellGroup = object({
  ...head,
  ...durations,
  stage: text(),
  label: mapOf(text()),
  /** Records with at least one stay that has ended. */
  n: whole(),
  visits: whole(),
  /** Records that stand here now; not in the mean. */
  open: whole(),
  records: RecordsRef,
  open_records: RecordsRef,
  /** Calendar days beyond which a stay is unusual, and why. */
  limit: nullable(object({ days: decimal(), by: choice("p90_won", "iqr") })),
  outliers: Counted,
  /** Standing here now for longer than the limit. */
  overdue: Counted,
});
export type DwellGroup = Static<typeof DwellGroup>;
const DwellAnswer = object({ ...frame, unit: DurationUnit, groups: list(DwellGroup) });
export type DwellAnswer = Static<typeof DwellAnswer>;

const tag = "insight";

export const askCycle = contract({
  method: "POST",
  path: "/insight/cycle",
  tag,
  summary: label("成交周期", "Cycle: from the start to the outcome"),
  description: label(
    "返回从开始到结束的天数：平均、中位数、P90，按自然日或工作日。",
    "Days from the start to the outcome: mean, median and P90, in calendar or working days.",
  ),
  body: CycleBody,
  answer: CycleAnswer,
  errors: { ...insightErrors, unknown_stage: 400 },
});

export const askDwell = contract({
  method: "POST",
  path: "/insight/dwell",
  tag,
  summary: label("阶段停留时间", "Dwell: how long records stay in each stage"),
  description: label(
    "返回在各阶段停留的天数，以及停留过久的记录。",
    "Days in each stage, and the records that have stayed too long.",
  ),
  body: DwellBody,
  answer: DwellAnswer,
  errors: insightErrors,
});
