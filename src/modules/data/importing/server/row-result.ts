import type { Operation, PastState, Refusal } from "../../../../engine/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import type { RowOutcome } from "../shared/run.contract.ts";
import type { LinkedRow } from "./resolve-links.ts";

/** What became of one row. */
export interface RowResult {
  readonly number: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks | undefined;
  readonly outcome: RowOutcome;
  readonly record: string | null;
  /** Why it failed; of a row that was written, what of it could not be kept. */
  readonly reasons: readonly Reason[];
  readonly values: Readonly<Record<string, WireValue>>;
  /** The history that the row tells. */
  readonly past: readonly PastState[];
  /** What became of the rows that go on with its document. */
  readonly lines?: readonly RowResult[];
  /** Where a line of the document was refused: the number of its row. */
  readonly fault?: { readonly row: number; readonly reasons: readonly Reason[] };
}

/** The row's outcome, with what it says by the operation that was made of it. */
export const resultOf = (
  { row, values }: LinkedRow,
  outcome: RowOutcome,
  record: string | null,
  reasons: readonly Reason[] = [],
  operation?: Operation,
): RowResult => ({
  number: row.number,
  cells: row.cells,
  marks: row.marks,
  outcome,
  record,
  reasons,
  values: { ...values, ...stageIn(operation) },
  past: operation && "past" in operation ? (operation.past ?? []) : [],
});

/** Values that are known only once the stage cell was read. */
const stageIn = (operation: Operation | undefined): Values =>
  operation && "values" in operation ? (operation.values ?? {}) : {};

/** A refusal in reasons: its own, or the one that it is. */
export const reasonsOf = (refusal: Refusal): readonly Reason[] =>
  refusal.reasons.length > 0
    ? refusal.reasons
    : [{ code: refusal.code, text: refusal.text, ...(refusal.params ? { params: refusal.params } : {}) }];
