import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  decimal,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  number,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { LAYERS } from "../../pipeline/shared/public.ts";
import { OUTCOMES } from "./simulation.ts";

/**
 * How a set of rules would have judged the moves of the period. `absent`: into a stage that these rules do
 * not have.
 */
const Verdicts = object({
  refused: whole(),
  passed: whole(),
  /** Nothing known speaks against it, but something that was asked cannot be judged for the past. */
  undecided: whole(),
  absent: whole(),
});
export type Verdicts = Static<typeof Verdicts>;
const GateFigures = object({
  /** The stage that was entered. */
  stage: text(),
  criterion: text(),
  kind: text(),
  layer: nullable(choice(...LAYERS)),
  /** What it asks, in words. */
  text: mapOf(text()),
  asked: whole(),
  unmet: whole(),
  /** Asked, but history does not hold the answer. Never guessed. */
  unknown: whole(),
});
export type GateFigures = Static<typeof GateFigures>;
/** What became of a record since: as it stands today. */
const Outcome = choice(...OUTCOMES);
export type Outcome = Static<typeof Outcome>;
const OutcomeFigures = object({
  outcome: Outcome,
  records: whole(),
  /** Sum in company currency; null for who may not read amounts. */
  value: nullable(decimal()),
});
export type OutcomeFigures = Static<typeof OutcomeFigures>;
const RefusedMove = object({
  record: uuid(),
  title: nullable(text()),
  at: moment(),
  from: nullable(text()),
  to: text(),
  criteria: list(text()),
  outcome: Outcome,
  value: nullable(decimal()),
  /** Working days until all of it was met, by history; null: never so far. */
  delay: nullable(number()),
  /** The rules that hold now would have refused it, too. */
  live_refused: flag(),
  /** It was passed by an override then. */
  overridden: flag(),
});
export type RefusedMove = Static<typeof RefusedMove>;
const Simulation = object({
  from: text(),
  to: text(),
  moves: whole(),
  records: whole(),
  /** Of the moves, those that a file told: their fields are as the file told them. */
  imported: whole(),
  draft: Verdicts,
  /** The published rules over the same moves; null before the first publication. */
  live: nullable(Verdicts),
  gates: list(GateFigures),
  /** Of the records that the draft would have refused at least once. */
  outcomes: list(OutcomeFigures),
  delay: object({
    met_later: whole(),
    never: whole(),
    median: nullable(number()),
    p90: nullable(number()),
  }),
  /** The refused moves, the largest values first. */
  refused: list(RefusedMove),
  /** More refused moves than are listed. */
  more: whole(),
});
export type Simulation = Static<typeof Simulation>;

const tag = "pipelines";
const day = text({ pattern: "^\\d{4}-\\d{2}-\\d{2}" });

export const simulatePipeline = contract({
  method: "POST",
  path: "/pipelines/:id/simulate",
  tag,
  summary: label("用历史推演草稿", "Replay the draft over history"),
  description: label(
    "用过去的推进试算草稿：会拦下哪些，其中多少后来赢了。时间长时成为后台任务。",
    "Replays past moves against the draft: which it would block, and how many of those were won. A long one becomes a job.",
  ),
  /** Days, each whole, or moments. */
  body: object({ from: day, to: day }),
  answer: data(Simulation),
  /** More moves than one waits for: its answer is asked for by this id. */
  also: { 202: object({ id: uuid() }) },
  errors: { malformed: 400, not_found: 404, bad_definition: 422 },
});

export const readSimulation = contract({
  method: "GET",
  path: "/pipelines/:id/simulations/:run",
  tag,
  summary: label("推演结果", "Answer of a long replay"),
  description: label(
    "返回一次试算的结果，未完成时返回进度。",
    "The result of such a replay, or its progress.",
  ),
  answer: object({
    status: choice("queued", "running", "done", "failed"),
    data: nullable(Simulation),
  }),
  errors: { not_found: 404 },
});
