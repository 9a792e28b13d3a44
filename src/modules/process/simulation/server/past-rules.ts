import type { WorldLabels, CriterionOnSide, Move, Path } from "../../gates/shared/public.ts";
import type { PipelineDefinition, Stage } from "../../pipeline/shared/public.ts";
import type { EvidenceThen } from "./evidence-then.ts";
import type { PastFacts } from "./past-facts.ts";
import type { MadeMove } from "./read-moves.ts";
import type { Judgeable } from "./rules-over-past.ts";
import type { TasksThen } from "./tasks-then.ts";
import type { Life } from "./versions.ts";

/** Rules to judge the past by, with what history can say to each of their criteria. */
export interface Rules {
  readonly definition: PipelineDefinition;
  readonly judgeable: ReadonlyMap<string, Judgeable>;
  readonly labels: WorldLabels;
  /** What moves ask, by the stages they lead between: filled while judging. */
  readonly gates: Map<string, PastGate>;
}

/** Rules with what history holds of some records. */
export interface PastRules extends Rules {
  /** The way that the record of a move had come before it. */
  readonly pathBefore: (move: MadeMove) => Path;
  readonly lives: ReadonlyMap<string, Life>;
  readonly facts: PastFacts;
  readonly evidence: EvidenceThen;
  readonly tasks: TasksThen;
}

/** What a move between two stages asks: the same for each of them. */
export interface PastGate {
  readonly to: Stage;
  readonly move: Move;
  readonly asked: readonly CriterionOnSide[];
}
