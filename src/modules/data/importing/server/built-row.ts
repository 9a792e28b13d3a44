import type { Operation, PastState } from "../../../../engine/public.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { StageWords } from "./import-targets.ts";

export type Built =
  | { readonly is: "operation"; readonly operation: Operation; readonly notes: readonly Reason[] }
  | { readonly is: "skip"; readonly id: string }
  | {
      readonly is: "refused";
      readonly reasons: readonly Reason[];
      readonly unknownStage?: { readonly cell: string; readonly stages: readonly StageWords[] };
    };

/** A row that cannot be written as it stands. */
export type RefusedRow = Extract<Built, { is: "refused" }>;

/** The history that a row adds to its record, with what is left out of it. */
export interface Retold {
  readonly past: readonly PastState[];
  readonly notes: readonly Reason[];
}

export const isRefused = (value: unknown): value is RefusedRow =>
  typeof value === "object" && value !== null && "is" in value;
export const refused = (reason: Reason): RefusedRow => ({ is: "refused", reasons: [reason] });
