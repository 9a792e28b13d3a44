import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";

/**
 * Cohort: what became of the records created in the window. Flow: what happened in the window, whenever the
 * records were created.
 */
export type InsightMode = "cohort" | "flow";
export type DurationUnit = "calendar_days" | "working_days";

/** The records behind a number: GET /records/{object} with this filter has just as many. */
export interface RecordsRef {
  readonly object: string;
  readonly filter: string;
  readonly as_of?: string;
  readonly known_at?: string;
}
export interface Counted {
  readonly count: number;
  readonly records: RecordsRef;
}
export interface MoneySum {
  readonly amount: string;
  readonly currency: string;
  readonly mixed?: boolean;
  readonly rate_date?: string;
}
/** What every answer begins with. `from` and `to` are days of the company's zone, both within. */
export interface InsightFrame {
  readonly object: string;
  readonly pipeline: { readonly id: string; readonly name: string; readonly label: LabelMap } | null;
  readonly mode: InsightMode;
  readonly from: string | null;
  readonly to: string | null;
  readonly as_of: string | null;
  /** As believed then; absent: as believed now. */
  readonly known_at?: string;
  readonly computed_at: string;
}
export interface GroupHead {
  readonly key: Values;
  readonly titles?: Values;
}

export interface FunnelStage {
  readonly stage: string;
  readonly label: LabelMap;
  readonly type: "open" | "won" | "lost";
  readonly entered: number;
  readonly amount: MoneySum | null;
  /**
   * Of the stage before, as a fraction with up to 12 decimals; null for the first stage and where that one is
   * empty.
   */
  readonly rate: string | null;
  /** Of the first stage. */
  readonly cumulative: string | null;
  readonly records: RecordsRef;
  /** Cohort: passed on without ever standing here. */
  readonly skipped?: Counted;
  /** Cohort: got this far and no further, by where they stand now. */
  readonly still_open?: Counted;
  readonly lost_here?: Counted;
  /** Cohort, won stages: reached it and was opened again since. */
  readonly reopened?: Counted;
}
export interface Funnel {
  readonly stages: readonly FunnelStage[];
  readonly lost: readonly FunnelStage[];
  /** Cohort: the open stage after which the largest share went no further. */
  readonly biggest_drop: {
    readonly stage: string;
    readonly label: LabelMap;
    readonly count: number;
    readonly share: string;
  } | null;
}
export type FunnelAnswer = InsightFrame & Funnel & { readonly groups?: readonly (GroupHead & Funnel)[] };

/** Days as decimal strings with up to 12 decimals. */
export interface DurationMeasures {
  readonly mean: string | null;
  readonly median: string | null;
  readonly p90: string | null;
  readonly total: string;
}
export interface CycleGroup extends GroupHead, DurationMeasures {
  readonly n: number;
  readonly open: number;
  readonly records: RecordsRef;
  readonly open_records: RecordsRef;
  readonly calendar_days: DurationMeasures;
  readonly working_days: DurationMeasures;
  /**
   * Whole calendar days after which half are through, open records counted as long as they have lasted; null
   * below half, and in flow mode.
   */
  readonly kaplan_meier_median: number | null;
}
export type CycleAnswer = InsightFrame & {
  readonly unit: DurationUnit;
  readonly start: string;
  readonly outcomes: readonly string[];
  readonly groups: readonly CycleGroup[];
};

export interface DwellGroup extends GroupHead, DurationMeasures {
  readonly stage: string;
  readonly label: LabelMap;
  /** Records with at least one stay that has ended. */
  readonly n: number;
  readonly visits: number;
  /** Records that stand here now; not in the mean. */
  readonly open: number;
  readonly records: RecordsRef;
  readonly open_records: RecordsRef;
  readonly calendar_days: DurationMeasures;
  readonly working_days: DurationMeasures;
  /** Calendar days beyond which a stay is unusual, and why. */
  readonly limit: { readonly days: string; readonly by: "p90_won" | "iqr" } | null;
  readonly outliers: Counted;
  /** Standing here now for longer than the limit. */
  readonly overdue: Counted;
}
export type DwellAnswer = InsightFrame & {
  readonly unit: DurationUnit;
  readonly groups: readonly DwellGroup[];
};

export interface WinRateGroup extends GroupHead {
  readonly n: number;
  readonly won: number;
  readonly lost: number;
  readonly rate: string | null;
  readonly won_amount: MoneySum | null;
  readonly lost_amount: MoneySum | null;
  readonly records: RecordsRef;
  readonly won_records: RecordsRef;
  readonly lost_records: RecordsRef;
}
export type WinRateAnswer = InsightFrame & {
  readonly total: WinRateGroup;
  readonly groups: readonly WinRateGroup[];
};

export interface LossCell extends GroupHead, Counted {
  /** The stage it was lost from; null where it was lost at once. */
  readonly stage: string | null;
  readonly reason: string | null;
  readonly amount: MoneySum | null;
}
export type LossAnswer = InsightFrame & {
  readonly stages: readonly { readonly stage: string; readonly label: LabelMap }[];
  readonly total: Counted;
  readonly cells: readonly LossCell[];
  /** The upper level of the reasons, where they have one: the cells of each stage and group together. */
  readonly groups: readonly LossGroup[];
};
export interface LossGroup extends Counted {
  readonly stage: string | null;
  readonly group: LabelMap;
  readonly reasons: readonly string[];
}

/** The one definition of a metric, in words. */
export interface MetricDefinition {
  readonly name: string;
  readonly label: LabelMap;
  readonly formula: LabelMap;
  readonly grain: LabelMap;
  readonly filters: LabelMap;
  readonly skip: LabelMap;
  readonly backward: LabelMap;
  readonly censoring: LabelMap;
  readonly unit: "records" | "money" | "ratio" | "days";
  readonly endpoint: string;
}

export const MOVEMENTS = [
  "start",
  "new",
  "increased",
  "decreased",
  "moved_in",
  "moved_out",
  "won",
  "lost",
  "end",
] as const;
export type MovementName = (typeof MOVEMENTS)[number];
export interface MovementFigure extends Counted {
  readonly amount: MoneySum | null;
}
/**
 * start + new + increased − decreased + moved_in − moved_out − won − lost = end, in amounts; in counts
 * without increased and decreased.
 */
export type Movement = Readonly<Record<MovementName, MovementFigure>>;
export type MovementAnswer = InsightFrame &
  Movement & {
    /** The two moments compared; `end_at` is null where it is now. */
    readonly start_at: string;
    readonly end_at: string | null;
    /** "own": only what the caller may see today is in the figures. */
    readonly sight: "all" | "own";
    readonly groups?: readonly (GroupHead & Movement)[];
  };
