import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { WorkingCalendar } from "../../../../shared/expression/types.ts";
import type { FormQuestion } from "../../questionnaires/shared/public.ts";
import type { GateKinds, Supplying, WorldLabels } from "./gate-kind.ts";
import { type GateAnswer, judge } from "./gate.ts";
import type { LayerStatus, SentFacts } from "./moves.contract.ts";
import {
  type Criterion,
  layerOf,
  type PipelineDefinition,
  type Stage,
  stageOf,
} from "../../pipeline/shared/public.ts";

/** What a person has put into the gate dialog so far. */
export interface Supplied {
  readonly values: Readonly<Values>;
  /** By criterion. */
  readonly meet: Readonly<Record<string, WireValue>>;
  readonly reason: string;
}
export interface AnsweredMove {
  readonly definition: PipelineDefinition;
  readonly stageField: string;
  readonly record: Readonly<Values>;
  readonly to: string;
  readonly sent: SentFacts;
  readonly supplied: Supplied;
  /** What the server found unmet when it was asked. */
  readonly found: readonly { readonly criterion?: string; readonly code: string; readonly field?: string }[];
  readonly calendar: WorkingCalendar;
  readonly labels: WorldLabels;
  readonly kinds: GateKinds;
  /** Who supplies it; a sign-off is theirs. */
  readonly person: string;
  readonly questionsOf: (form: string) => readonly FormQuestion[] | null;
  /**
   * Whether a condition holds for the record with other values; null where it cannot be told here, as it
   * reads other records.
   */
  readonly holds: (expression: string, record: Readonly<Values>) => boolean | null;
}

/**
 * The gate in the browser: the server's function over the server's facts and what was supplied since. The
 * server's word is final; what cannot be told here (a condition on other records, what one may not see)
 * stands as the server found it.
 */
export function judgeWithAnswers(move: AnsweredMove): GateAnswer | null {
  const { sent, supplied, record, stageField, to: name } = move;
  const definition = judgeable(move);
  const to = stageOf(definition, name);
  if (!to) return null;
  const from = stageOf(definition, record[stageField]);
  const after: Values = { ...record, ...supplied.values, [stageField]: name };
  const criteria = criteriaOf(definition);
  const facts = Object.fromEntries(
    criteria.map((criterion) => [criterion.id, factOf(move, criterion, supplying(move, criterion, after))]),
  );
  const answer = judge(
    {
      definition,
      to,
      from: { pipeline: definition, stage: from },
      mover: sent.mover,
      path: { passed: new Set(sent.passed), stood: new Map(Object.entries(sent.stood)) },
      owed: sent.owed,
      ...(supplied.reason.trim() ? { reason: supplied.reason } : {}),
    },
    {
      record: after,
      evidence: {
        ...sent.evidence,
        ...Object.fromEntries(
          criteria.flatMap((criterion) => evidenceOf(move, criterion, supplying(move, criterion, after))),
        ),
      },
      facts,
      enteredOn: sent.entered_on,
      enteredAt: sent.entered_at,
      today: sent.today,
      calendar: move.calendar,
      labels: move.labels,
      kinds: move.kinds,
    },
  );
  return withoutUnknown(move, after, answer, definition);
}

/**
 * A list does not carry every field of its records: what is not here may well be filled in, the server said
 * whether it is.
 */
function withoutUnknown(
  { found }: AnsweredMove,
  after: Readonly<Values>,
  answer: GateAnswer,
  definition: PipelineDefinition,
): GateAnswer {
  const isGuess = ({ code, field }: GateAnswer["unmet"][number]): boolean =>
    code === "required" &&
    field !== undefined &&
    after[field] === undefined &&
    !found.some((one) => one.code === code && one.field === field);
  if (!answer.unmet.some(isGuess)) return answer;
  const unmet = answer.unmet.filter((reason) => !isGuess(reason));
  const open = new Set(unmet.map(({ criterion }) => criterion));
  const guessed = new Set(answer.unmet.flatMap(({ criterion }) => (open.has(criterion) ? [] : [criterion])));
  const layers = definition.stages.flatMap(({ entry, exit }) => [
    ...entry.flatMap((one) => (guessed.has(one.id) ? [layerOf(one, "entry")] : [])),
    ...exit.flatMap((one) => (guessed.has(one.id) ? [layerOf(one, "exit")] : [])),
  ]);
  return { unmet, ring: answer.ring.map((one) => withFewer(one, layers)) };
}
/** The segment of the ring without those of its criteria that were only guessed to be open. */
function withFewer(segment: LayerStatus, guessed: readonly LayerStatus["layer"][]): LayerStatus {
  const open = segment.open - guessed.filter((layer) => layer === segment.layer).length;
  return { ...segment, open, state: segment.state === "open" && open === 0 ? "met" : segment.state };
}

const criteriaOf = ({ stages }: PipelineDefinition): readonly Criterion[] =>
  stages.flatMap(({ entry, exit }) => [...entry, ...exit]);

/** A criterion whose facts are not here is one that holds or does not, as the server said. */
function judgeable({ definition, sent }: AnsweredMove): PipelineDefinition {
  const hidden = new Set(sent.hidden);
  const verdict = (criterion: Criterion): Criterion =>
    hidden.has(criterion.id)
      ? {
          id: criterion.id,
          kind: "condition",
          expression: "",
          ...(criterion.message ? { message: criterion.message } : {}),
        }
      : criterion;
  const stages = definition.stages.map((stage): Stage => ({
    ...stage,
    entry: stage.entry.map(verdict),
    exit: stage.exit.map(verdict),
  }));
  return { ...definition, stages };
}

/** What the dialog holds for one criterion, for its kind to judge. */
function supplying(move: AnsweredMove, criterion: Criterion, after: Readonly<Values>): Supplying {
  const { sent, supplied, person, questionsOf } = move;
  return {
    given: supplied.meet[criterion.id],
    known: sent.facts[criterion.id] ?? null,
    evidence: sent.evidence[criterion.id],
    record: after,
    hasValues: Object.keys(supplied.values).length > 0,
    person,
    questionsOf,
    holds: (expression) => move.holds(expression, after),
  };
}

function factOf({ sent, found, kinds }: AnsweredMove, criterion: Criterion, about: Supplying): WireValue {
  if (sent.hidden.includes(criterion.id)) return !found.some((one) => one.criterion === criterion.id);
  const kind = kinds.get(criterion.kind);
  return kind?.suppliedFact ? kind.suppliedFact(criterion, about) : about.known;
}

function evidenceOf(
  { kinds }: AnsweredMove,
  criterion: Criterion,
  about: Supplying,
): readonly (readonly [string, WireValue])[] {
  const kind = kinds.get(criterion.kind);
  return about.given === undefined || !kind?.suppliedEvidence
    ? []
    : [[criterion.id, kind.suppliedEvidence(criterion, about)]];
}
