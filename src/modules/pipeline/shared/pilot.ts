import type { PipelineDefinition } from "./pipeline.ts";

/** A version that is tried out by some departments before it holds for all. It has the stages of the published one: gates, rules and actions differ. */
export interface PilotState {
  readonly definition: PipelineDefinition;
  readonly version: number;
  /** As chosen. */
  readonly departments: readonly string[];
  /** The same with all departments that were below them when it began. */
  readonly covers: readonly string[];
  readonly since: string;
}

/** One side of the comparison, since the pilot began. Days are working days; rates are fractions, null where nothing was closed. */
export interface PilotFigures {
  readonly open: number;
  readonly moves: number;
  readonly overridden: number;
  readonly won: number;
  readonly lost: number;
  readonly win_rate: number | null;
  /** Median from creation to winning, calendar days. */
  readonly cycle: number | null;
  /** Median stay in an open stage that has ended. */
  readonly dwell: number | null;
  /** The condition under which a list shows the records behind it. */
  readonly filter: string;
}
export interface PilotComparison {
  readonly since: string;
  readonly version: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly pilot: PilotFigures;
  readonly others: PilotFigures;
}
