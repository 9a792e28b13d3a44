import { label } from "../../../../shared/i18n/label.ts";
import { type Context, type Retention, type Tables, command, statement } from "../../../../engine/public.ts";
import { integer, text, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { isContentNeeded } from "../../../base/jobs/public.ts";
import { importObject } from "./import.object.ts";

const finished = ({ system }: Tables, before: string): Sql =>
  sql`${system("import_run")} where finished_at < ${before} and emptied_at is null`;
export const countFull = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${finished(tables, before)}`,
);
export const oldestFull = statement(
  { id: uuid, file_hash: text },
  (tables, before: string) =>
    sql`select id, file_hash from ${finished(tables, before)} order by finished_at, id limit 1`,
);
export const emptyRows = command(
  ({ system }, id: string) =>
    sql`update ${system("import_row")} set cells = null, reasons = null, marks = null where import = ${id}`,
);
export const emptyImport = command(
  ({ system }, id: string) =>
    sql`update ${system("import_run")} set preview = '[]', questions = '{}', notices = '[]', emptied_at = now() where id = ${id}`,
);
const LONGEST_MS = 60_000;

/**
 * Files that were imported, and the cells of their rows; which records they made stays, so that an import can
 * still be undone.
 */
export const importFiles: Retention = {
  name: "import_files",
  label: label("已完成导入的文件", "Files of finished imports"),
  applies: ({ name }) => name === importObject.name,
  description: label(
    "删除上传的文件和逐行内容（包括错误文件）；导入本身、写入了哪些记录仍保留，仍可撤销。",
    "The uploaded file and its rows are deleted, including the error file. The import and the list of records it wrote stay, and it can still be undone.",
  ),
  least: 1,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countFull(workspace, before));
    return row?.n ?? 0;
  },
  take: async (context, { before }) => {
    const [run] = await context.db.query(oldestFull(context.workspace, before));
    if (!run) return 0;
    await emptyRun(context, run.id);
    if (!(await isContentNeeded(context, run.file_hash))) await context.services.files.delete(run.file_hash);
    return 1;
  },
};

const emptyRun = ({ db, workspace }: Context, id: string): Promise<void> =>
  db.transaction(
    async (tx) => {
      await tx.query(emptyRows(workspace, id));
      await tx.query(emptyImport(workspace, id));
    },
    { longer: LONGEST_MS },
  );
