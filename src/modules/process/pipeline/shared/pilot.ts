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

export const PILOT_SIDES = ["pilot", "others", "before"] as const;
export type PilotSide = (typeof PILOT_SIDES)[number];
/** With fewer closed records than this a rate or a median says little. */
export const ENOUGH_CLOSED = 20;
