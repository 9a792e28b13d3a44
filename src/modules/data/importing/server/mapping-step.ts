import type { Field } from "../../../../shared/metadata/field.ts";
import type { FieldPart, Missing } from "../shared/given-options.contract.ts";
import type { ColumnPlan } from "../shared/options.contract.ts";

/** What all steps have. */
export interface StepCommon {
  readonly index: number;
  readonly column: string;
  /** Cell value (folded) → value meant. */
  readonly values: ReadonlyMap<string, string | null>;
  readonly plan: ColumnPlan;
  /** Cells (folded) for which a linked record is made, and those whose row is left out. */
  readonly created: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
  /** The value of every row, where it is no column's. */
  readonly constant?: string;
}

export type LinkStep = StepCommon & {
  readonly does: "link";
  readonly field: Field;
  readonly targets: readonly string[];
  readonly by: readonly string[];
  readonly missing: Missing;
  readonly many: boolean;
  /**
   * One cell may name several records: what the cell says as a whole comes first, as names hold commas, too.
   */
  readonly severalInOne: boolean;
};
/** The column tells the whole life of each record. */
export type LifeStep = StepCommon & {
  readonly does: "life";
  /** By field: how its links are found, by id and by name. */
  readonly links: ReadonlyMap<string, Ways>;
  /** How those who moved the record are found. */
  readonly people: Ways;
};
export interface Ways {
  readonly id: LinkStep;
  readonly name: LinkStep;
}

/** What to do with one column. */
export type Step =
  | (StepCommon & { readonly does: "value"; readonly field: Field; readonly part?: FieldPart })
  | LinkStep
  | (StepCommon & { readonly does: "stage"; readonly field: Field })
  | (StepCommon & { readonly does: "entered"; readonly stage: string; readonly field: Field })
  | (StepCommon & { readonly does: "id" })
  | LifeStep
  | (StepCommon & { readonly does: "created"; readonly field: Field });
