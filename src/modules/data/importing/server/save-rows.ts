import { type Operation, type OperationResult, saveIn } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { refusedLine } from "./document-results.ts";
import type { PlannedLines } from "./plan-lines.ts";
import type { LinkedRow } from "./resolve-links.ts";
import { reasonsOf, resultOf, type RowResult } from "./row-result.ts";
import type { Running } from "./running.ts";

/** A row with what is to be written of it. */
export interface Planned {
  readonly row: LinkedRow;
  readonly operation: Operation;
  readonly notes: readonly Reason[];
  readonly lines: PlannedLines | undefined;
}

/**
 * What would refuse rows that fail anyway: all that is wrong with them is told at once. Nothing of it stays.
 */
export async function alsoRefused(
  tx: Transaction,
  running: Running,
  planned: readonly Planned[],
): Promise<readonly { row: LinkedRow; result: RowResult }[]> {
  if (planned.length === 0) return [];
  await tx.query({ text: "savepoint tried" });
  const tried = await saveRows(tx, running, planned);
  await tx.query({ text: "rollback to savepoint tried" });
  return tried.map(({ row, result }) => {
    // Of a field whose cell could not be read, that it is missing says nothing new.
    const complained = new Set(row.reasons.map(({ field }) => field));
    const further =
      result.outcome === "failed"
        ? result.reasons.filter(({ field }) => field === undefined || !complained.has(field))
        : [];
    return {
      row,
      result: { ...result, outcome: "failed", record: null, reasons: [...row.reasons, ...further] },
    };
  });
}

/** Saves each row on its own: what one is refused for holds up no other. */
export async function saveRows(
  tx: Transaction,
  running: Running,
  planned: readonly Planned[],
): Promise<readonly { row: LinkedRow; result: RowResult }[]> {
  if (planned.length === 0) return [];
  const { options } = running.plan;
  const { results } = await saveIn(tx, running.context, {
    operations: planned.map(({ operation }) => operation),
    road: "import",
    mode: "each",
    cause: running.cause,
    ...(options.override ? { override: options.override } : {}),
    ...(options.dryRun ? { tries: true } : {}),
  });
  return planned.map((one, index) => ({
    row: one.row,
    result: outcomeOf(one, results[index], running.plan.object.stageField),
  }));
}

function outcomeOf(
  { row, operation, notes, lines }: Planned,
  result: OperationResult | undefined,
  stageField: string | undefined,
): RowResult {
  if (!result) throw new Error("a row has no result");
  if (!result.ok) {
    const fault = refusedLine(result.refusal, lines);
    const refused = resultOf(row, "failed", null, reasonsOf(result.refusal), operation);
    return fault ? { ...refused, fault } : refused;
  }
  const outcome = result.op === "created" ? "created" : result.op === "unchanged" ? "skipped" : "updated";
  const written = resultOf(row, outcome, result.id, notes, operation);
  const stage = stageField === undefined ? undefined : result.record[stageField];
  // A stage that the row leaves open is known once it is written.
  return written.past.length > 0 && stageField && stage
    ? { ...written, values: { ...written.values, [stageField]: stage } }
    : written;
}
