import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { PipelineDefinition } from "./pipeline.ts";

/**
 * A version that is tried out by some departments before it holds for all. It has the stages of the published
 * one: gates, rules and actions differ.
 */
export interface PilotState {
  readonly definition: PipelineDefinition;
  readonly version: number;
  /** As chosen. */
  readonly departments: readonly string[];
  /** The same with all departments that were below them when it began. */
  readonly covers: readonly string[];
  readonly since: string;
}

/** The records behind a number: GET /records/{object} with this filter has just as many. */
export interface PilotCount {
  readonly count: number;
  readonly records: { readonly object: string; readonly filter: string };
}
/** A median of days with the number of records it is of. */
export interface PilotDays extends PilotCount {
  readonly median: string | null;
}
export interface PilotMoney {
  readonly amount: string;
  readonly currency: string;
}
/** What happened at the gate into a stage, and in the stage. Each record counts once. */
export interface PilotStage {
  readonly stage: string;
  readonly label: LabelMap;
  readonly entered: PilotCount;
  /** Entered or were refused. */
  readonly tried: PilotCount;
  /** Entered without an override. */
  readonly passed: PilotCount;
  readonly refused: PilotCount;
  readonly overridden: PilotCount;
  /** Passed ÷ tried, as a fraction. */
  readonly pass_rate: string | null;
  /** Stays that ended, working days. */
  readonly dwell: PilotDays;
}
/** One side of the comparison; the definitions are those of the insight endpoints in flow mode. */
export interface PilotFigures {
  readonly open: PilotCount | null;
  readonly open_amount: PilotMoney | null;
  readonly won: PilotCount;
  readonly lost: PilotCount;
  readonly win_rate: string | null;
  readonly won_amount: PilotMoney | null;
  /** Of won ones, calendar days. */
  readonly cycle: PilotDays;
  readonly stages: readonly PilotStage[];
}
export const PILOT_SIDES = ["pilot", "others", "before"] as const;
export type PilotSide = (typeof PILOT_SIDES)[number];
/** With fewer closed records than this a rate or a median says little. */
export const ENOUGH_CLOSED = 20;

/**
 * The departments that try it against all others, and against themselves in as many days before. Days of the
 * company's zone, both within.
 */
export interface PilotComparison {
  readonly since: string;
  readonly version: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly during: { readonly from: string; readonly to: string };
  readonly before: { readonly from: string; readonly to: string };
  readonly sides: Readonly<Record<PilotSide, PilotFigures>>;
}
