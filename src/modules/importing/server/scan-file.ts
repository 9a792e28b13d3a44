import { fold } from "../../../shared/text/fold.ts";
import { type DateEvidence, type DateOrder, NO_EVIDENCE, orderOf, weighDate } from "../shared/parse-date.ts";
import { KeySet } from "./key-set.ts";
import type { MappingPlan, Step } from "./mapping-plan.ts";
import { translate } from "./read-row.ts";
import type { Sheet } from "./sheet.ts";

/** What only the whole column tells. */
export interface ColumnFacts {
  readonly dateOrder?: DateOrder;
  /** Percent cells of a workbook that hold fractions (0.2 for 20 %). */
  readonly fractions: boolean;
}
export interface Scan {
  /** The imported object. */
  readonly object: string;
  readonly rows: number;
  /** By column index. */
  readonly facts: ReadonlyMap<number, ColumnFacts>;
  /** Keys by which rows of this file can be linked to, as `field\0folded value`. */
  readonly keys: KeySet;
}
interface Weighing {
  dates: DateEvidence;
  fraction: boolean;
  whole: boolean;
}

const isDated = (step: Step): boolean =>
  step.does === "entered" || step.does === "created" || (step.does === "value" && (step.field.kind === "date" || step.field.kind === "datetime"));
export const keyOf = (field: string, cell: string): string => `${field}\0${fold(cell)}`;

/** One pass over the file: how many rows, in which order the columns write dates, and what rows can be found by. */
export async function scanFile(sheet: Sheet, plan: MappingPlan): Promise<Scan> {
  const weighed = new Map<number, Weighing>();
  const dated = plan.steps.filter(isDated);
  const percents = sheet.format === "xlsx" ? plan.steps.filter((step) => step.does === "value" && step.field.kind === "percent") : [];
  for (const { index } of [...dated, ...percents]) weighed.set(index, { dates: NO_EVIDENCE, fraction: false, whole: false });
  const by = new Set(plan.selfLinks.flatMap((link) => link.by));
  const keyed = plan.steps.filter((step) => step.does === "value" && by.has(step.field.name));
  const keys = new KeySet();
  let rows = 0;
  for await (const { cells } of sheet.rows()) {
    rows += 1;
    for (const { index } of dated) {
      const column = weighed.get(index);
      if (column && cells[index]) column.dates = weighDate(column.dates, cells[index]);
    }
    for (const { index } of percents) weighPercent(weighed.get(index), cells[index]);
    for (const step of keyed) {
      const cell = cells[step.index] ? translate(step, cells[step.index] ?? "") : null;
      if (cell && step.does === "value") keys.add(keyOf(step.field.name, cell));
    }
  }
  return { object: plan.object.name, rows, keys, facts: new Map([...weighed].map(([index, column]) => [index, factsOf(column)])) };
}

function weighPercent(column: Weighing | undefined, cell: string | undefined): void {
  if (!column || !cell) return;
  const value = Number(cell);
  if (Number.isNaN(value) || Math.abs(value) > 1) column.whole = true;
  else if (!Number.isInteger(value)) column.fraction = true;
}
function factsOf({ dates, fraction, whole }: Weighing): ColumnFacts {
  const dateOrder = orderOf(dates);
  return { fractions: fraction && !whole, ...(dateOrder ? { dateOrder } : {}) };
}
