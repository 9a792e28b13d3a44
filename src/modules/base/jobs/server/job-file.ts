import {
  type Context,
  type Eraser,
  type MadeFile,
  type Result,
  accept,
  refuse,
  statement,
  systemTable,
} from "../../../../engine/public.ts";
import { boolean, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { type Static, Type } from "@sinclair/typebox";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { loadRun, type Run } from "./job-store.ts";

export const DROP_FILE = "job.drop_file";
const KEPT_MS = 24 * 3_600_000;

/** What a job has made, as `job_run` keeps it. */
const JobFile = Type.Object({
  name: Type.String(),
  mark: Type.Union([Type.String(), Type.Null()]),
  type: Type.String(),
  hash: Type.String(),
  size: Type.Number(),
  /** Fetched no later than this. */
  until: Type.String(),
});
export type JobFile = Static<typeof JobFile>;

/** Its file, as long as it is there. */
export const fileOf = ({ file }: Run): JobFile | null =>
  fits(JobFile, file) && Date.parse(file.until) > Date.now() ? file : null;

export const fetchable = (run: Run): Result<JobFile> => {
  const file = fileOf(run);
  if (file) return accept(file);
  const text = label(
    "文件只保留 24 小时，已被删除。请重新导出。",
    "The file was kept for 24 hours and has been deleted. Please export again.",
  );
  return refuse({ status: 410, code: "file_gone", text });
};

/** Keeps the file of a job for a day; within the transaction that ends the job. */
export async function keepFile(
  tx: Transaction,
  context: Context,
  id: string,
  file: MadeFile,
): Promise<JobFile> {
  const runAt = new Date(Date.now() + KEPT_MS);
  await context.services.jobs.enqueue(DROP_FILE, { id }, { key: id, runAt, within: tx });
  return { ...file, until: runAt.toISOString() };
}

/** Takes the file of a job away once its time is over. */
export async function dropFile(context: Context, id: string): Promise<void> {
  const run = await loadRun(context.db, context, id);
  if (!run || !fits(JobFile, run.file) || Date.parse(run.file.until) > Date.now()) return;
  const { hash } = run.file;
  await context.db.query({
    text: `update ${systemTable(context.workspace, "job_run")} set file = null where id = $1`,
    values: [id],
  });
  if (!(await isContentNeeded(context, hash))) await context.services.files.delete(hash);
}

export const whetherNeeded = statement(
  { needed: boolean },
  ({ record, history, system }, hash: string) =>
    sql`select exists (select from ${record("file")} where hash = ${hash}) or exists (select from ${history("file")} where hash = ${hash})
      or exists (select from ${system("import_run")} where file_hash = ${hash} and emptied_at is null)
      or exists (select from ${system("import_upload")} where file_hash = ${hash})
      or exists (select from ${system("upload_piece")} where hash = ${hash})
      or exists (select from ${system("job_run")} where file ->> 'hash' = ${hash}) as needed`,
);

/**
 * Whether a file of a record or one of its versions, an import that still has its rows, an upload that waits,
 * or a job has this content.
 */
export async function isContentNeeded({ db, workspace }: Context, hash: string): Promise<boolean> {
  const [row] = await db.query(whetherNeeded(workspace, hash));
  return row?.needed === true;
}

export const dropFiles = statement(
  { hash: text },
  ({ system }) =>
    sql`with held as (select id, file ->> 'hash' as hash from ${system("job_run")} where file is not null for update)
      update ${system("job_run")} j set file = null from held where j.id = held.id returning held.hash`,
);

/** Files that wait to be fetched may name anybody: all of them go when a person is forgotten. */
export const forgetFiles: Eraser = async (tx, { workspace }) => {
  const rows = await tx.query(dropFiles(workspace));
  const counts: Readonly<Record<string, number>> = rows.length > 0 ? { job_run: rows.length } : {};
  return { counts, contents: rows.map(({ hash }) => hash) };
};
