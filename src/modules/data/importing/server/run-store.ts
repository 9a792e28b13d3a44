import { label } from "../../../../shared/i18n/label.ts";
import { type Context, isUuid, refuse, systemTable } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import type { FileNotice, ImportReading } from "../shared/reading.contract.ts";
import type { ImportAnswer, PreviewRow, Question, RunCounts, UndoResult } from "../shared/run.contract.ts";

export type RunStatus = ImportAnswer["status"];
/** rows: through the file. waiting: rows that refer to later ones, again. undo: taking it back. */
export type RunPhase = "rows" | "waiting" | "undo";

/** A row of `import_run`: what an import came to. Its job (`job_run`, the same id) says how it is worked on. */
export interface Run extends RunCounts {
  readonly id: string;
  readonly actor: string;
  /** The role that narrows the key by which it was started. */
  readonly narrowed_to: string | null;
  readonly language: Language;
  readonly file_hash: string;
  readonly file_name: string;
  readonly file_size: number;
  readonly header: readonly string[];
  readonly options: ImportOptions;
  readonly status: RunStatus;
  readonly phase: RunPhase;
  /** First row of the file not yet done. */
  readonly next_row: number;
  /** Rows taken back so far. */
  readonly undone: number;
  readonly questions: Readonly<Record<string, Question>>;
  readonly preview: readonly PreviewRow[];
  readonly error: ImportAnswer["error"];
  readonly undo: UndoResult | null;
  readonly made_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** When the file and the cells of its rows were taken away, their time being over. */
  readonly emptied_at: string | null;
  /** Null until the file was read. */
  readonly reading: ImportReading | null;
  readonly notices: readonly FileNotice[];
}

/** Its rows are still to be worked on. */
export const isAtWork = ({ status, phase }: Run): boolean =>
  (status === "queued" || status === "running" || status === "waiting") && phase !== "undo";

export async function loadRun(db: Executor, context: Context, id: string, lock = false): Promise<Run | null> {
  if (!isUuid(id)) return null;
  const [run] = await db.query<Run>({
    text: `select * from ${systemTable(context.workspace, "import_run")} where id = $1${lock ? " for update" : ""}`,
    values: [id],
  });
  return run ?? null;
}

export type RunChange = Partial<Omit<Run, "id" | "actor" | "made_at">>;
const JSON_COLUMNS = new Set([
  "header",
  "options",
  "questions",
  "preview",
  "error",
  "undo",
  "reading",
  "notices",
]);

/** Writes columns of a run. */
export async function changeRun(
  db: Executor,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return;
  const sets = entries.map(
    ([name], index) => `"${name}" = $${index + 2}${JSON_COLUMNS.has(name) ? "::jsonb" : ""}`,
  );
  const values = entries.map(([name, value]) =>
    JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value,
  );
  await db.query({
    text: `update ${systemTable(context.workspace, "import_run")} set ${sets.join(", ")} where id = $1`,
    values: [id, ...values],
  });
}
export async function insertRun(
  db: Executor,
  context: Context,
  run: Pick<
    Run,
    | "id"
    | "actor"
    | "narrowed_to"
    | "language"
    | "file_hash"
    | "file_name"
    | "file_size"
    | "header"
    | "options"
  >,
): Promise<void> {
  await db.query({
    text: `insert into ${systemTable(context.workspace, "import_run")} (id, actor, narrowed_to, language, file_hash, file_name, file_size, header, options, status, phase)
      values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, 'queued', 'rows')`,
    values: [
      run.id,
      run.actor,
      run.narrowed_to,
      run.language,
      run.file_hash,
      run.file_name,
      run.file_size,
      JSON.stringify(run.header),
      JSON.stringify(run.options),
    ],
  });
}

/** The answer where an import is asked for its file or its rows after their time. */
export const fileGone = () =>
  refuse({
    status: 410,
    code: "file_gone",
    text: label(
      "文件已过保留期限，内容已清除。请重新上传。",
      "The file’s retention period is over and it has been purged. Please upload it again.",
    ),
  });
