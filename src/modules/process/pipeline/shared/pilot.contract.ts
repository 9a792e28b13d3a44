import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  data,
  decimal,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** The records behind a number: GET /records/{object} with this filter has just as many. */
const counted = { count: whole(), records: object({ object: text(), filter: text() }) } as const;
const PilotCount = object(counted);
export type PilotCount = Static<typeof PilotCount>;
/** A median of days with the number of records it is of. */
const PilotDays = object({ ...counted, median: nullable(decimal()) });
export type PilotDays = Static<typeof PilotDays>;
const PilotMoney = object({
  amount: decimal(),
  currency: text(),
  mixed: optional(flag()),
  rate_date: optional(text()),
});
export type PilotMoney = Static<typeof PilotMoney>;
/** What happened at the gate into a stage, and in the stage. Each record counts once. */
const PilotStage = object({
  stage: text(),
  label: mapOf(text()),
  entered: PilotCount,
  /** Entered or were refused. */
  tried: PilotCount,
  /** Entered without an override. */
  passed: PilotCount,
  refused: PilotCount,
  overridden: PilotCount,
  /** Passed ÷ tried, as a fraction. */
  pass_rate: nullable(decimal()),
  /** Stays that ended, working days. */
  dwell: PilotDays,
});
export type PilotStage = Static<typeof PilotStage>;
/** One side of the comparison; the definitions are those of the insight endpoints in flow mode. */
const PilotFigures = object({
  open: nullable(PilotCount),
  open_amount: nullable(PilotMoney),
  won: PilotCount,
  lost: PilotCount,
  win_rate: nullable(decimal()),
  won_amount: nullable(PilotMoney),
  /** Of won ones, calendar days. */
  cycle: PilotDays,
  stages: list(PilotStage),
});
export type PilotFigures = Static<typeof PilotFigures>;

/** Days of the company's zone, both within. */
const period = object({ from: text(), to: text() });
/** The departments that try it against all others, and against themselves in as many days before. */
const PilotComparison = object({
  since: moment(),
  version: whole(),
  departments: list(object({ id: uuid(), name: text() })),
  during: period,
  before: period,
  sides: object({ pilot: PilotFigures, others: PilotFigures, before: PilotFigures }),
});
export type PilotComparison = Static<typeof PilotComparison>;

export const readPilot = contract({
  method: "GET",
  path: "/pipelines/:id/pilot",
  tag: "pipelines",
  summary: label("试点对比", "The pilot against the rest and against the time before"),
  description: label(
    "返回试点部门与其他部门、与试点前的对比。",
    "The pilot’s departments against the others and against the time before.",
  ),
  answer: data(PilotComparison),
  errors: { not_found: 404, no_pilot: 404 },
});
