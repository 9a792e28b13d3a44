import {
  choice,
  flag,
  list,
  literal,
  moment,
  nullable,
  number,
  object,
  optional,
  text,
  uuid,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { ImportOptionsInput } from "./given-options.contract.ts";
import { FileNotice, ImportReading } from "./reading.contract.ts";

const counts = {
  rows: whole(),
  created: whole(),
  updated: whole(),
  skipped: whole(),
  failed: whole(),
  linked_created: whole(),
  overrides: whole(),
};
const RunCounts = object(counts);
export type RunCounts = Static<typeof RunCounts>;
const RowOutcome = choice("created", "updated", "skipped", "failed", "waiting");
export type RowOutcome = Static<typeof RowOutcome>;

const ColumnSetting = choice("decimal_mark", "date_order", "unit");
export type ColumnSetting = Static<typeof ColumnSetting>;
/**
 * A cell value that was not found as it stands, or an empty cell of a field that must have a value ("" is its
 * cell); one answer serves every row that holds it.
 */
const Question = object({
  kind: choice("link", "option", "stage", "empty", "setting"),
  field: text(),
  /** A record can be made for it. */
  creatable: flag(),
  id: text(),
  column: text(),
  cell: text(),
  rows: whole(),
  /** Best guess first. */
  candidates: list(object({ id: text(), title: text() })),
  /** The cell may mean several of them; the answer is a list. */
  several: optional(literal(true)),
  /** The question is about the whole column: the answer becomes this setting of its mapping. */
  setting: optional(ColumnSetting),
});
export type Question = Static<typeof Question>;

const error = { code: text(), field: optional(text()), message: text() };
const RowError = object(error);
export type RowError = Static<typeof RowError>;
/** A reason over all rows; `message` and `numbers` of the first of them. */
const ReasonCount = object({
  ...error,
  rows: whole(),
  numbers: list(whole()),
  /** Rows that failed by it; the others were written without what the reason tells of. */
  failed: whole(),
});
export type ReasonCount = Static<typeof ReasonCount>;

/** One of the first rows, as it would be written. */
const PreviewRow = object({
  row: whole(),
  outcome: RowOutcome,
  values: values(),
  errors: list(RowError),
  record: nullable(uuid()),
  /** The days on which stages were entered, as the file tells. */
  history: list(object({ stage: text(), at: text() })),
});
export type PreviewRow = Static<typeof PreviewRow>;
/** A row of the file and what became of it. */
export const ImportedRow = object({
  row: whole(),
  outcome: RowOutcome,
  record: nullable(uuid()),
  title: nullable(text()),
  cells: nullable(list(text())),
  errors: list(RowError),
});
export type ImportedRow = Static<typeof ImportedRow>;

const Kept = object({
  object: text(),
  id: uuid(),
  title: nullable(text()),
  row: nullable(whole()),
  /** used: a record that was used since. changed: fields changed since. refused: a rule forbids it. */
  why: choice("used", "changed", "refused", "gone"),
  fields: list(text()),
  message: optional(text()),
});
export type Kept = Static<typeof Kept>;
const UndoResult = object({
  deleted: whole(),
  restored: whole(),
  /** The first thousand; `kept_total` counts all. */
  kept: list(Kept),
  kept_total: whole(),
});
export type UndoResult = Static<typeof UndoResult>;

const listed = {
  ...counts,
  id: uuid(),
  object: text(),
  file_name: text(),
  dry_run: flag(),
  status: choice("queued", "running", "waiting", "done", "failed", "cancelled", "undone"),
  /** Rows of the file; `rows` counts those that are done. */
  total: whole(),
  /** 0–1 */
  progress: number(),
  questions: list(Question),
  /** How the file was read; null until it was. */
  reading: nullable(ImportReading),
  /** What should be known of the file, though it refuses nothing. */
  notices: list(FileNotice),
  header: list(text()),
  options: ImportOptionsInput,
  preview: list(PreviewRow),
  errors_file: nullable(text()),
  error: nullable(object({ code: text(), message: text() })),
  undo: nullable(UndoResult),
  undoable: flag(),
  made_at: moment(),
  started_at: nullable(moment()),
  finished_at: nullable(moment()),
};
/** An import among others. */
export const ListedImport = object(listed);
export type ListedImport = Static<typeof ListedImport>;
/** One import with what only its rows tell. */
export const ImportAnswer = object({
  ...listed,
  /**
   * Why rows failed, and what was not kept of those that were written: by reason, over all rows, most rows
   * first.
   */
  reasons: list(ReasonCount),
  /** The first hundred records that it wrote. */
  records: list(uuid()),
});
export type ImportAnswer = Static<typeof ImportAnswer>;
