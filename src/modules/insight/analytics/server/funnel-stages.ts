import type { FoundRow } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Funnel, FunnelStage } from "../shared/insight.contract.ts";
import type { Counted, MoneySum } from "../shared/insight-parts.contract.ts";
import { cohort, inGroup, oneOf, recordsOf, visited, within } from "./insight-filters.ts";
import { ratio } from "./numbers.ts";
import type { PipelineQuestion } from "./read-question.ts";

/** Records that share group, present state and the stages they have visited. */
export interface Slice {
  /** Bit n: the n-th stage of the definition. */
  readonly visited: bigint;
  readonly type: string;
  readonly count: number;
  /** With the columns of the sum of money. */
  readonly row: FoundRow;
}
type Stage = PipelineQuestion["pipeline"]["definition"]["stages"][number];
interface Step {
  readonly stage: Stage;
  readonly bit: bigint;
  /** Stages that count as having reached this one: itself, and for an open stage every one beyond. */
  readonly reaching: bigint;
  readonly names: readonly string[];
}
type Sum = (rows: readonly FoundRow[]) => MoneySum | null;
interface Part {
  readonly question: PipelineQuestion;
  readonly slices: readonly Slice[];
  readonly money: Sum;
  /** Condition of the group. */
  readonly group: string;
}

/** The funnel of some slices: of all, or of one group. */
export function funnelOf(
  question: PipelineQuestion,
  slices: readonly Slice[],
  money: Sum,
  key: Values,
): Funnel {
  const part: Part = { question, slices, money, group: inGroup(question, key) };
  const ladder = stepsOf(question);
  const steps = ladder.filter(({ stage }) => stage.type !== "lost");
  const stages = question.mode === "cohort" ? cohortStages(part, steps) : flowStages(part, steps);
  const lost = ladder
    .filter(({ stage }) => stage.type === "lost")
    .map((step) => entered(part, step, step.bit, oneOf("stage", [step.stage.name])));
  return { stages, lost, biggest_drop: question.mode === "cohort" ? biggestDrop(stages) : null };
}

function stepsOf({ pipeline }: PipelineQuestion): readonly Step[] {
  const { stages } = pipeline.definition;
  const bits = new Map(stages.map((stage, at) => [stage.name, 1n << BigInt(at)]));
  const ordered = stages.toSorted((a, b) => a.order - b.order);
  return ordered.map((stage, at) => {
    const beyond = stage.type === "open" ? ordered.slice(at).filter(({ type }) => type !== "lost") : [stage];
    return {
      stage,
      bit: bits.get(stage.name) ?? 0n,
      reaching: beyond.reduce((set, { name }) => set | (bits.get(name) ?? 0n), 0n),
      names: beyond.map(({ name }) => name),
    };
  });
}

const sizeOf = (slices: readonly Slice[]): number => slices.reduce((sum, { count }) => sum + count, 0);
const counted = (part: Part, slices: readonly Slice[], ...filter: readonly string[]): Counted => ({
  count: sizeOf(slices),
  records: recordsOf(part.question, base(part), ...filter, part.group),
});
const base = ({ question }: Part): string =>
  question.mode === "cohort" ? cohort(question) : (question.filter ?? "");

function entered(part: Part, { stage }: Step, bits: bigint | null, condition: string): FunnelStage {
  const { question, slices, money } = part;
  const those = bits === null ? slices : slices.filter((slice) => (slice.visited & bits) !== 0n);
  const window = question.mode === "flow" ? within(question, "entered_at") : "";
  const { count, records } = counted(part, those, bits === null ? "" : visited(question, condition, window));
  return {
    stage: stage.name,
    label: stage.label,
    type: stage.type,
    entered: count,
    amount: money(those.map(({ row }) => row)),
    rate: null,
    cumulative: null,
    records,
  };
}

/**
 * Reached this stage or one beyond; every record of the cohort counts in the first. A won stage is reached by
 * standing in it.
 */
function cohortStages(part: Part, steps: readonly Step[]): readonly FunnelStage[] {
  const { question, slices } = part;
  const found = steps.map((step, at): FunnelStage => {
    const reached = at === 0 ? slices : slices.filter((slice) => (slice.visited & step.reaching) !== 0n);
    const reaching = at === 0 ? "" : visited(question, oneOf("stage", step.names));
    const stage = entered(part, step, at === 0 ? null : step.reaching, oneOf("stage", step.names));
    if (step.stage.type !== "open")
      return {
        ...stage,
        reopened: counted(
          part,
          reached.filter(({ type }) => type !== "won"),
          reaching,
          'stage_type != "won"',
        ),
      };
    const later = steps.slice(at + 1);
    const ahead = later.reduce((set, next) => set | next.bit, 0n);
    const stopped = reached.filter((slice) => (slice.visited & ahead) === 0n);
    const notAhead =
      later.length === 0
        ? ""
        : `!${visited(
            question,
            oneOf(
              "stage",
              later.map((next) => next.stage.name),
            ),
          )}`;
    return {
      ...stage,
      skipped: counted(
        part,
        reached.filter((slice) => (slice.visited & step.bit) === 0n),
        reaching,
        `!${visited(question, oneOf("stage", [step.stage.name]))}`,
      ),
      still_open: counted(
        part,
        stopped.filter(({ type }) => type === "open"),
        reaching,
        notAhead,
        oneOf("stage_type", ["open"]),
      ),
      lost_here: counted(
        part,
        stopped.filter(({ type }) => type === "lost"),
        reaching,
        notAhead,
        oneOf("stage_type", ["lost"]),
      ),
    };
  });
  return withRates(found);
}

/** Entered in the window; records that leave a stage out are not among its entries. */
const flowStages = (part: Part, steps: readonly Step[]): readonly FunnelStage[] =>
  withRates(steps.map((step) => entered(part, step, step.bit, oneOf("stage", [step.stage.name]))));

/** A won stage is compared with the last open stage before it. */
function withRates(stages: readonly FunnelStage[]): readonly FunnelStage[] {
  const [first] = stages;
  return stages.map((stage, at) => {
    const before = stages.slice(0, at).findLast(({ type }) => type === "open");
    return {
      ...stage,
      rate: before ? ratio(stage.entered, before.entered) : null,
      cumulative: first ? ratio(stage.entered, first.entered) : null,
    };
  });
}

function biggestDrop(stages: readonly FunnelStage[]): Funnel["biggest_drop"] {
  const drops = stages.flatMap((stage, at) => {
    const next = stages[at + 1];
    if (!next || stage.type !== "open" || stage.entered === 0) return [];
    const count = stage.entered - next.entered;
    return [{ stage: stage.stage, label: stage.label, count, share: ratio(count, stage.entered) ?? "0" }];
  });
  const worst = drops.reduce<(typeof drops)[number] | null>(
    (most, drop) => (most === null || Number(drop.share) > Number(most.share) ? drop : most),
    null,
  );
  return worst && worst.count > 0 ? worst : null;
}
