import type { Values } from "../../../shared/metadata/object.ts";

export const BASELINE_METRICS = ["funnel", "win_rate", "cycle", "movement"] as const;
export type BaselineMetric = (typeof BASELINE_METRICS)[number];

/** One number of a metric, by its place in the answer: "total.rate", "stages.needs.entered". */
export interface BaselineFigure {
  readonly name: string;
  readonly value: string;
}
export interface BaselineHead {
  readonly id: string;
  readonly name: string;
  readonly metric: BaselineMetric;
  readonly question: Values;
  /** Up to when the data counts, and how far the log was then. */
  readonly cut_off: string;
  readonly log_position: number;
  readonly record_count: number;
  readonly created_at: string;
}
export interface BaselineCheck extends BaselineHead {
  readonly frozen: readonly BaselineFigure[];
  /** The same question asked of the same moment, as history was known then. */
  readonly again: readonly BaselineFigure[];
  /** The same, as history is believed now: it may have been corrected since. */
  readonly believed: readonly BaselineFigure[];
  /** The same question asked now. */
  readonly now: readonly BaselineFigure[];
  readonly identical: boolean;
  readonly corrected: boolean;
  readonly same_records: boolean;
}
