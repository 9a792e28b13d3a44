import {
  type Context,
  command,
  doing,
  isUuid,
  refuse,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import {
  bigint,
  integer,
  json,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { type Executor, ident } from "../../../../platform/db/database.ts";
import { joined, NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { type Language, label } from "../../../../shared/i18n/label.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import type { FileNotice, ImportReading } from "../shared/reading.contract.ts";
import type { ImportAnswer, PreviewRow, Question, UndoResult } from "../shared/run.contract.ts";

export type RunStatus = ImportAnswer["status"];
/** rows: through the file. waiting: rows that refer to later ones, again. undo: taking it back. */
export type RunPhase = "rows" | "waiting" | "undo";

const runColumns = {
  id: uuid,
  actor: uuid,
  /** The role that narrows the key by which it was started. */
  narrowed_to: orNull(uuid),
  language: word<Language>(),
  file_hash: text,
  file_name: text,
  file_size: bigint,
  header: json<readonly string[]>(),
  options: json<ImportOptions>(),
  status: word<RunStatus>(),
  phase: word<RunPhase>(),
  /** First row of the file not yet done. */
  next_row: integer,
  rows: integer,
  created: integer,
  updated: integer,
  skipped: integer,
  failed: integer,
  linked_created: integer,
  overrides: integer,
  /** Rows taken back so far. */
  undone: integer,
  questions: json<Readonly<Record<string, Question>>>(),
  preview: json<readonly PreviewRow[]>(),
  error: orNull(json<NonNullable<ImportAnswer["error"]>>()),
  undo: orNull(json<UndoResult>()),
  made_at: timestamptz,
  started_at: orNull(timestamptz),
  finished_at: orNull(timestamptz),
  /** When the file and the cells of its rows were taken away, their time being over. */
  emptied_at: orNull(timestamptz),
  /** Null until the file was read. */
  reading: orNull(json<ImportReading>()),
  notices: json<readonly FileNotice[]>(),
};
/** A row of `import_run`: what an import came to. Its job (`job_run`, the same id) says how it is worked on. */
export type Run = RowOf<typeof runColumns>;
const RUN: Sql = spelled(Object.keys(runColumns).map(ident).join(", "));

/** Its rows are still to be worked on. */
export const isAtWork = ({ status, phase }: Run): boolean =>
  (status === "queued" || status === "running" || status === "waiting") && phase !== "undo";

export const importWithId = statement(
  runColumns,
  ({ system }, id: string, lock: Sql = NOTHING) =>
    sql`select ${RUN} from ${system("import_run")} where id = ${id}${lock}`,
);
export async function loadRun(db: Executor, context: Context, id: string, lock = false): Promise<Run | null> {
  if (!isUuid(id)) return null;
  const [run] = await db.query(importWithId(context.workspace, id, lock ? sql` for update` : undefined));
  return run ?? null;
}
/** The newest imports of a person; two of one moment stand in one order each time. */
export const importsOf = statement(
  runColumns,
  ({ system }, actor: string | null, most: number) =>
    sql`select ${RUN} from ${system("import_run")} where actor = ${actor} order by made_at desc, id desc limit ${most}`,
);

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
  const sets = entries.map(([name, value]): Sql => {
    const column = spelled(ident(name));
    return JSON_COLUMNS.has(name)
      ? sql`${column} = ${value === null ? null : JSON.stringify(value)}::jsonb`
      : sql`${column} = ${value}`;
  });
  const table = tablesOf(context.workspace).system("import_run");
  await db.query(doing(sql`update ${table} set ${joined(sets, ", ")} where id = ${id}`));
}

type NewRun = Pick<
  Run,
  "id" | "actor" | "narrowed_to" | "language" | "file_hash" | "file_name" | "file_size" | "header" | "options"
>;
export const addImport = command(
  ({ system }, run: NewRun) =>
    sql`insert into ${system("import_run")} (id, actor, narrowed_to, language, file_hash, file_name, file_size, header, options, status, phase)
      values (${run.id}, ${run.actor}, ${run.narrowed_to}, ${run.language}, ${run.file_hash}, ${run.file_name}, ${run.file_size}, ${JSON.stringify(run.header)}::jsonb, ${JSON.stringify(run.options)}::jsonb, 'queued', 'rows')`,
);
export async function insertRun(db: Executor, context: Context, run: NewRun): Promise<void> {
  await db.query(addImport(context.workspace, run));
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
