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

/** A cell value that was not found as it stands; one answer serves every row that holds it. */
export interface Question {
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
/** One of the first rows, as it would be written. */
export interface PreviewRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly values: Readonly<Record<string, WireValue>>;
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
  readonly preview: readonly PreviewRow[];
  readonly errors_file: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly undo: UndoResult | null;
  readonly undoable: boolean;
  readonly made_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}
