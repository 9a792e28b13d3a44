import { type Retention, type Tables, statement } from "../../../../engine/public.ts";
import { integer } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";

const finished = ({ system }: Tables, before: string): Sql =>
  sql`${system("job_run")} r where r.finished_at < ${before} and exists (select from ${system("job_item")} i where i.job = r.id)`;
export const countFinished = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${finished(tables, before)}`,
);
export const dropItems = statement(
  { number: integer },
  (tables, before: string) =>
    sql`delete from ${tables.system("job_item")} where job = (select r.id from ${finished(tables, before)} order by r.finished_at limit 1) returning number`,
);

/** What a finished bulk change or hand-over knew of each record; its counts stay. */
export const jobItems: Retention = {
  name: "jobs",
  label: label("已完成后台任务的明细", "Details of finished jobs"),
  description: label(
    "批量处理和工作交接的逐条结果（包括错误文件）；任务本身和数量仍保留。",
    "Results for each record, including the error file; the job and its counts stay.",
  ),
  least: 1,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countFinished(workspace, before));
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before }) => {
    const gone = await db.query(dropItems(workspace, before));
    return gone.length > 0 ? 1 : 0;
  },
};
