import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  day,
  flag,
  list,
  moment,
  nullable,
  number,
  object,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { ClockLimits } from "../../../../shared/wire/pipeline-definition.contract.ts";
import { STAGE_TYPES } from "./pipeline.ts";

/**
 * How long won records stayed in a stage. `outlier`: third quartile plus one and a half times the
 * interquartile range.
 */
const DwellFigures = object({ p50: number(), p75: number(), p90: number(), outlier: number() });
export type DwellFigures = Static<typeof DwellFigures>;
const DwellNorm = object({
  stage: text(),
  type: choice(...STAGE_TYPES),
  /** Stays that the figures stand on. */
  n: whole(),
  /** Null where too few records were won to say. */
  working_days: nullable(DwellFigures),
  calendar_days: nullable(DwellFigures),
  max_dwell: nullable(number()),
  /** Working days set for the stage; they hold instead of what won records took. */
  set: nullable(ClockLimits),
});
export type DwellNorm = Static<typeof DwellNorm>;
const DwellNorms = object({
  data: list(DwellNorm),
  /** Won records behind the figures, the newest at most. */
  won: whole(),
  computed_at: moment(),
  /**
   * Days of the company's calendar that differ from Monday to Friday, so that a screen counts as the server
   * does.
   */
  exceptions: list(object({ date: day(), working: flag() })),
  zone: text(),
});
export type DwellNorms = Static<typeof DwellNorms>;
export const readDwellNorms = contract({
  method: "GET",
  path: "/pipelines/:id/dwell-norms",
  tag: "pipelines",
  summary: label("各阶段停留基准（赢单）", "Usual stay of won records in each stage"),
  description: label(
    "返回赢单在各阶段通常停留多久，作为快慢的参照。",
    "How long won records usually stayed in each stage: what quick and slow are measured by.",
  ),
  answer: DwellNorms,
  errors: { not_found: 404 },
});
