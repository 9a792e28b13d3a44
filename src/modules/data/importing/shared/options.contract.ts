import type { FieldPart, Missing } from "./given-options.contract.ts";
import type { DateOrder } from "./date-order.ts";
import type { DecimalMark } from "./parse-number.ts";
import type { ReadingOptions } from "./reading.contract.ts";

/** Where one column of the file goes. */
export interface ColumnPlan {
  readonly field?: string;
  /** Links: the fields that find the target, tried in order. */
  readonly by?: readonly string[];
  readonly missing?: Missing;
  /** Cell value → value meant. Null: leave the field empty. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** Cell values for which a record is made, and those whose rows are left out. */
  readonly create?: readonly string[];
  readonly skip?: readonly string[];
  /** Further fields that the column fills. */
  readonly also?: readonly ColumnPlan[];
  /** The column is the day this stage was entered; "*" is the stage the row ends in. */
  readonly stageEntered?: string;
  readonly part?: FieldPart;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  /** What the column's numbers stand for: 万元, k USD, %; absent: what the column's title says. */
  readonly unit?: string;
}

/**
 * A value that no column holds: of every row, where no column gives the field one. Written as a cell would
 * be.
 */
export interface ConstantPlan extends ColumnPlan {
  readonly field: string;
  readonly value: string;
}

/** The `options` of POST /imports, complete and checked. */
export interface ImportOptions extends ReadingOptions {
  readonly object: string;
  readonly dryRun: boolean;
  /**
   * Fields that find the record a row is about; empty: every row is new. Absent: id, else external_id, when
   * mapped.
   */
  readonly match?: readonly string[];
  readonly onMatch: "update" | "skip";
  /** Empty cells of an existing record: left as they are, or emptied. */
  readonly empty: "keep" | "clear";
  /** By column title. Absent: as suggested. */
  readonly mapping?: Readonly<Record<string, ColumnPlan>>;
  readonly constants?: readonly ConstantPlan[];
  /** The mapping is offered again by this name. */
  readonly saveAs?: string;
  readonly override?: { readonly reason: string };
  /** Options that answers to questions have made; an undo takes them back. */
  readonly made?: readonly MadeOption[];
}
export interface MadeOption {
  readonly object: string;
  readonly field: string;
  readonly option: string;
}
