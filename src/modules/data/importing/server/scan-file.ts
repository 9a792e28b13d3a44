import { fold } from "../../../../shared/text/fold.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CellMark } from "../shared/cell-mark.ts";
import {
  decideMark,
  markOf,
  NO_NUMBERS,
  type NumberEvidence,
  weighNumber,
} from "../shared/number-evidence.ts";
import { readUnit, type Unit, unitInTitle } from "../shared/number-unit.ts";
import { isFraction } from "../shared/parse-cell.ts";
import { type DateEvidence, NO_EVIDENCE, orderOf, weighDate } from "../shared/date-evidence.ts";
import type { DateOrder } from "../shared/date-order.ts";
import { type DecimalMark, parseNumber } from "../shared/parse-number.ts";
import { KeySet } from "./key-set.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { Step } from "./mapping-step.ts";
import type { NoticeBook } from "./notice-book.ts";
import { translate } from "./read-row.ts";
import type { Sheet } from "./sheet.ts";

/** What only the whole column tells. */
export interface ColumnFacts {
  readonly dateOrder?: DateOrder;
  /** The first cell whose order of day and month nothing decides. */
  readonly doubtfulDate?: string;
  readonly decimalMark?: DecimalMark | "ask";
  readonly doubtfulNumber?: string;
  /** As the mapping or the column's title says. */
  readonly unit?: Unit;
  /** The column holds 0.2 and the like without a sign, and no number beyond 1. */
  readonly areFractionsDoubtful?: boolean;
  /** Numbers below 1 beside others beyond it, in a column of percentages. */
  readonly smallPercents?: { readonly count: number; readonly cell: string };
  /** Numbers with more decimals than the field keeps. */
  readonly rounded?: { readonly count: number; readonly cell: string };
}
export interface Scan {
  /** The imported object. */
  readonly object: string;
  readonly rows: number;
  /** By step: a column may fill two fields, and values for all rows are of no column. */
  readonly facts: ReadonlyMap<Step, ColumnFacts>;
  /** Keys by which rows of this file can be linked to, as `field\0folded value`. */
  readonly keys: KeySet;
}

export const keyOf = (field: string, cell: string): string => `${field}\0${fold(cell)}`;

const NUMERIC = ["integer", "decimal", "money", "percent"];
/** Decimals that a field of the kind keeps. */
const scaleOf = (field: Field): number =>
  field.kind === "decimal"
    ? (field.scale ?? 6)
    : field.kind === "percent"
      ? (field.scale ?? 4)
      : field.kind === "money"
        ? 4
        : 0;
export const isNumeric = (step: Step): boolean => weighedAs(step) === "number";
type Weighed = "date" | "number" | null;
function weighedAs(step: Step): Weighed {
  if (step.does === "entered" || step.does === "created") return "date";
  if (step.does !== "value" || (step.part !== undefined && step.part !== "amount")) return null;
  if (step.field.kind === "date" || step.field.kind === "datetime") return "date";
  return NUMERIC.includes(step.field.kind) ? "number" : null;
}

/** What the cells of one column have said so far. */
class ColumnScan {
  readonly step: Step;
  readonly as: Weighed;
  readonly #mustBeWhole: boolean;
  readonly #isPercent: boolean;
  #dates: DateEvidence = NO_EVIDENCE;
  #numbers: NumberEvidence = NO_NUMBERS;
  #fraction = false;
  #beyondOne = false;
  #small: { count: number; cell: string } | null = null;
  readonly #scale: number;
  #rounded: { count: number; cell: string } | null = null;
  constructor(step: Step) {
    this.step = step;
    this.as = weighedAs(step);
    this.#mustBeWhole = step.does === "value" && step.field.kind === "integer";
    this.#scale = step.does === "value" ? scaleOf(step.field) : 0;
    this.#isPercent = step.does === "value" && step.field.kind === "percent";
  }
  weigh(cell: string, mark: CellMark | undefined): void {
    if (this.as === "date") this.#dates = weighDate(this.#dates, cell);
    else if (this.as === "number") {
      if (!mark?.number && !/^\d*$/.test(cell))
        this.#numbers = weighNumber(this.#numbers, cell, this.#mustBeWhole);
      if (this.#isPercent) this.#weighPercent(cell);
      if (!this.#mustBeWhole && cell.length > this.#scale + 2) this.#weighDecimals(cell, mark);
    }
  }
  #weighPercent(cell: string): void {
    const number = parseNumber(cell, markOf(this.#numbers));
    if (!number || number.percent) return;
    if (isFraction(number.amount)) {
      this.#fraction = true;
      if (Math.abs(Number(number.amount)) < 1)
        this.#small = { count: (this.#small?.count ?? 0) + 1, cell: this.#small?.cell ?? number.amount };
    } else if (Math.abs(Number(number.amount)) > 1) this.#beyondOne = true;
  }
  #weighDecimals(cell: string, mark: CellMark | undefined): void {
    const amount = parseNumber(cell, mark?.number ? "point" : markOf(this.#numbers))?.amount;
    if (amount === undefined || (amount.split(".")[1]?.length ?? 0) <= this.#scale) return;
    this.#rounded = { count: (this.#rounded?.count ?? 0) + 1, cell: this.#rounded?.cell ?? cell.trim() };
  }
  get mark(): DecimalMark | undefined {
    return this.as === "number" ? markOf(this.#numbers) : undefined;
  }
  facts(delimiter: string | undefined, others: readonly DecimalMark[]): ColumnFacts {
    if (this.as === "date") {
      const order = orderOf(this.#dates);
      if (order) return { dateOrder: order };
      return this.#dates.doubtful === undefined ? {} : { doubtfulDate: this.#dates.doubtful };
    }
    const told = this.step.plan.unit ?? unitInTitle(this.step.column);
    const unit = told === undefined ? null : readUnit(told);
    const decimalMark = decideMark(this.#numbers, { delimiter, others });
    return {
      decimalMark,
      ...(decimalMark === "ask" && this.#numbers.doubtful !== undefined
        ? { doubtfulNumber: this.#numbers.doubtful }
        : {}),
      ...(unit ? { unit } : {}),
      ...(this.#rounded ? { rounded: this.#rounded } : {}),
      ...(this.#small && this.#beyondOne && !unit?.percent ? { smallPercents: this.#small } : {}),
      ...(this.#isPercent && this.#fraction && !this.#beyondOne && !unit?.percent
        ? { areFractionsDoubtful: true }
        : {}),
    };
  }
}

/** The facts of all weighed columns; what one column does not decide, another of the same file may. */
export class ColumnScans {
  readonly #columns: readonly ColumnScan[];
  constructor(steps: readonly Step[]) {
    this.#columns = steps.map((step) => new ColumnScan(step)).filter(({ as }) => as !== null);
  }
  weigh(cells: readonly string[], marks: Readonly<Record<number, CellMark>> | undefined): void {
    for (const column of this.#columns) {
      const cell = cells[column.step.index];
      if (cell) column.weigh(cell, marks?.[column.step.index]);
    }
  }
  facts(delimiter: string | undefined): ReadonlyMap<Step, ColumnFacts> {
    return new Map(
      this.#columns.map((column) => {
        const others = this.#columns.flatMap((other) => (other === column ? [] : (other.mark ?? [])));
        return [column.step, column.facts(delimiter, others)] as const;
      }),
    );
  }
}

/**
 * One pass over the file: how many rows, what the columns decide, what rows can be found by, and what should
 * be told of the file.
 */
export async function scanFile(sheet: Sheet, plan: MappingPlan, notices?: NoticeBook): Promise<Scan> {
  const scans = new ColumnScans([...plan.steps, ...plan.lines.flatMap((list) => list.plan.steps)]);
  const by = new Set(plan.selfLinks.flatMap((link) => link.by));
  const keyed = plan.steps.filter(
    (step) => (step.does === "value" && by.has(step.field.name)) || (step.does === "id" && by.has("id")),
  );
  const keys = new KeySet();
  let rows = 0;
  for await (const row of sheet.rows(notices)) {
    rows += 1;
    scans.weigh(row.cells, row.marks);
    notices?.add(row);
    for (const step of keyed) {
      const cell = row.cells[step.index] ? translate(step, row.cells[step.index] ?? "") : null;
      if (cell) keys.add(keyOf(step.does === "value" ? step.field.name : "id", cell));
    }
  }
  return { object: plan.object.name, rows, keys, facts: scans.facts(sheet.delimiter) };
}
