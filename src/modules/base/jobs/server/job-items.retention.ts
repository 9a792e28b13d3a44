import { label } from "../../../../shared/i18n/label.ts";
import { type Retention, type Workspace, systemTable } from "../../../../engine/public.ts";

const finished = (workspace: Workspace): string =>
  `${systemTable(workspace, "job_run")} r where r.finished_at < $1 and exists (select from ${systemTable(workspace, "job_item")} i where i.job = r.id)`;

/** What a finished bulk change or hand-over knew of each record; its counts stay. */
export const jobItems: Retention = {
  name: "jobs",
  label: label("已完成后台任务的明细", "Details of finished jobs"),
  description: label(
    "批量处理和工作交接逐条记录的结果（包括错误文件）；任务本身和数量仍保留。",
    "What became of each record, the file of errors too; the job and its counts stay.",
  ),
  least: 1,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${finished(workspace)}`,
      values: [before],
    });
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before }) => {
    const gone = await db.query({
      text: `delete from ${systemTable(workspace, "job_item")} where job = (select r.id from ${finished(workspace)} order by r.finished_at limit 1) returning 1`,
      values: [before],
    });
    return gone.length > 0 ? 1 : 0;
  },
};
