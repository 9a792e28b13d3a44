import type { FileNotice, ImportReading } from "./reading.contract.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";

export interface RunCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly linked_created: number;
  readonly overrides: number;
}
export type RowOutcome = "created" | "updated" | "skipped" | "failed" | "waiting";

/**
 * A cell value that was not found as it stands, or an empty cell of a field that must have a value ("" is its
 * cell); one answer serves every row that holds it.
 */
export interface Question {
  readonly kind: "link" | "option" | "stage" | "empty" | "setting";
  readonly field: string;
  /** A record can be made for it. */
  readonly creatable: boolean;
  /** Best guess first. */
  readonly id: string;
  readonly column: string;
  readonly cell: string;
  readonly rows: number;
  readonly candidates: readonly { readonly id: string; readonly title: string }[];
  /** The cell may mean several of them; the answer is a list. */
  readonly several?: true;
  /** The question is about the whole column: the answer becomes this setting of its mapping. */
  readonly setting?: ColumnSetting;
}
export const COLUMN_SETTINGS = ["decimal_mark", "date_order", "unit"] as const;
export type ColumnSetting = (typeof COLUMN_SETTINGS)[number];
export interface RowError {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}
/** A reason over all rows; `message` and `numbers` of the first of them. */
export interface ReasonCount extends RowError {
  readonly rows: number;
  readonly numbers: readonly number[];
  /** Rows that failed by it; the others were written without what the reason tells of. */
  readonly failed: number;
}
/** One of the first rows, as it would be written. */
export interface PreviewRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly values: Readonly<Record<string, WireValue>>;
  readonly errors: readonly RowError[];
  readonly record: string | null;
  /** The days on which stages were entered, as the file tells. */
  readonly history: readonly { readonly stage: string; readonly at: string }[];
}
/** A row of the file and what became of it. */
export interface ImportedRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly record: string | null;
  readonly title: string | null;
  readonly cells: readonly string[] | null;
  readonly errors: readonly RowError[];
}
export interface Kept {
  readonly object: string;
  readonly id: string;
  readonly title: string | null;
  readonly row: number | null;
  /** used: a record that was used since. changed: fields changed since. refused: a rule forbids it. */
  readonly why: "used" | "changed" | "refused" | "gone";
  readonly fields: readonly string[];
  readonly message?: string;
}
export interface UndoResult {
  readonly deleted: number;
  readonly restored: number;
  /** The first thousand; `kept_total` counts all. */
  readonly kept: readonly Kept[];
  readonly kept_total: number;
}
/** GET /imports/{id}. */
export interface ImportAnswer extends RunCounts {
  readonly id: string;
  readonly object: string;
  readonly file_name: string;
  readonly dry_run: boolean;
  readonly status: "queued" | "running" | "done" | "failed" | "cancelled" | "undone";
  /** Rows of the file; `rows` counts those that are done. */
  readonly total: number;
  /** 0–1 */
  readonly progress: number;
  readonly questions: readonly Question[];
  /** How the file was read; null until it was. */
  readonly reading: ImportReading | null;
  /** What should be known of the file, though it refuses nothing. */
  readonly notices: readonly FileNotice[];
  /**
   * Why rows failed, and what was not kept of those that were written: by reason, over all rows, most rows
   * first.
   */
  readonly reasons: readonly ReasonCount[];
  /** The first hundred records that it wrote. */
  readonly records: readonly string[];
  readonly header: readonly string[];
  /** As POST /imports takes them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly preview: readonly PreviewRow[];
  readonly errors_file: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly undo: UndoResult | null;
  readonly undoable: boolean;
  readonly made_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}
