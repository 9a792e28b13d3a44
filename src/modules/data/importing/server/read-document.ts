import { importReason, shown } from "../shared/reasons.labels.ts";
import { differing, hasLine } from "./documents.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import { type Follower, readRow, type ReadContext, type ReadLine, type ReadRow } from "./read-row.ts";
import type { SheetRow } from "./sheet.ts";

/**
 * Reads a row, or a document with the lines of all its rows. A row that says something else of the document
 * than its first one is wrong. Pure.
 */
export function readDocument(plan: MappingPlan, row: SheetRow, read: ReadContext): ReadRow {
  const whole = readRow(plan, row, read);
  if (plan.lines.length === 0) return whole;
  const rows = [row, ...(row.lines ?? [])];
  const lines = rows.flatMap((one) =>
    plan.lines.flatMap((list): ReadLine[] =>
      hasLine(list.plan, one) ? [{ list, row: readRow(list.plan, one, read) }] : [],
    ),
  );
  const followers = (row.lines ?? []).map((one): Follower => {
    const reasons = differing(plan, row, one).map((step) =>
      importReason(
        "document_differs",
        { column: step.column, cell: shown((one.cells[step.index] ?? "").trim()), row: row.number },
        "field" in step ? step.field.name : undefined,
      ),
    );
    return { number: one.number, cells: one.cells, marks: one.marks, reasons };
  });
  return { ...whole, lines, followers };
}
