import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Layer } from "./pipeline.ts";

/** What became of a record since: as it stands today. */
export const OUTCOMES = ["won", "lost", "open"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How a set of rules would have judged the moves of the period. `absent`: into a stage that these rules do
 * not have.
 */
export interface Verdicts {
  readonly refused: number;
  readonly passed: number;
  /** Nothing known speaks against it, but something that was asked cannot be judged for the past. */
  readonly undecided: number;
  readonly absent: number;
}
export interface GateFigures {
  /** The stage that was entered. */
  readonly stage: string;
  readonly criterion: string;
  readonly kind: string;
  readonly layer: Layer | null;
  /** What it asks, in words. */
  readonly text: LabelMap;
  readonly asked: number;
  readonly unmet: number;
  /** Asked, but history does not hold the answer. Never guessed. */
  readonly unknown: number;
}
export interface OutcomeFigures {
  readonly outcome: Outcome;
  readonly records: number;
  /** Sum in company currency as a decimal string; null for who may not read amounts. */
  readonly value: string | null;
}
export interface RefusedMove {
  readonly record: string;
  readonly title: string | null;
  readonly at: string;
  readonly from: string | null;
  readonly to: string;
  readonly criteria: readonly string[];
  readonly outcome: Outcome;
  readonly value: string | null;
  /** Working days until all of it was met, by history; null: never so far. */
  readonly delay: number | null;
  /** The rules that hold now would have refused it, too. */
  readonly live_refused: boolean;
  /** It was passed by an override then. */
  readonly overridden: boolean;
}
export interface Simulation {
  readonly from: string;
  readonly to: string;
  readonly moves: number;
  readonly records: number;
  /** Of the moves, those that a file told: their fields are as the file told them. */
  readonly imported: number;
  readonly draft: Verdicts;
  /** The published rules over the same moves; null before the first publication. */
  readonly live: Verdicts | null;
  readonly gates: readonly GateFigures[];
  /** Of the records that the draft would have refused at least once. */
  readonly outcomes: readonly OutcomeFigures[];
  readonly delay: {
    readonly met_later: number;
    readonly never: number;
    readonly median: number | null;
    readonly p90: number | null;
  };
  /** The refused moves, the largest values first. */
  readonly refused: readonly RefusedMove[];
  /** More refused moves than are listed. */
  readonly more: number;
}
/** Moves that are judged while the caller waits; more are a job. */
export const AT_ONCE = 10_000;
export const MOST_MOVES = 200_000;
