import { fits } from "../../../../shared/wire/fits.ts";
import { type Static, Type } from "@sinclair/typebox";
import {
  type Context,
  type Forget,
  type MadeFile,
  type Result,
  accept,
  historyOf,
  refuse,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
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
    "文件只保留 24 小时，已经没有了。请重新导出。",
    "The file was kept for 24 hours and is gone. Export again.",
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

/**
 * Whether a file of a record or one of its versions, an import that still has its rows, an upload that waits,
 * or a job has this content.
 */
export async function isContentNeeded({ db, workspace }: Context, hash: string): Promise<boolean> {
  const [row] = await db.query<{ needed: boolean }>({
    text: `select exists (select from ${tableOf(workspace, "file")} where hash = $1) or exists (select from ${historyOf(workspace, "file")} where hash = $1)
      or exists (select from ${systemTable(workspace, "import_run")} where file_hash = $1 and emptied_at is null)
      or exists (select from ${systemTable(workspace, "import_upload")} where file_hash = $1)
      or exists (select from ${systemTable(workspace, "job_run")} where file ->> 'hash' = $1) as needed`,
    values: [hash],
  });
  return row?.needed === true;
}

/** Files that wait to be fetched may name anybody: all of them go when a person is forgotten. */
export const forgetFiles: Forget = async (tx, { workspace }) => {
  const table = systemTable(workspace, "job_run");
  const rows = await tx.query<{ hash: string }>({
    text: `with held as (select id, file ->> 'hash' as hash from ${table} where file is not null for update)
      update ${table} j set file = null from held where j.id = held.id returning held.hash`,
  });
  const counts: Readonly<Record<string, number>> = rows.length > 0 ? { job_run: rows.length } : {};
  return { counts, contents: rows.map(({ hash }) => hash) };
};
