import { type Retention, statement } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";

export const countEnded = statement(
  { n: integer },
  ({ system }, before: string) =>
    sql`select count(*)::int as n from ${system("timer")} where state <> 'waiting' and ended_at < ${before}`,
);
export const dropEnded = statement(
  { id: uuid },
  ({ system }, before: string, limit: number) => sql`delete from ${system("timer")} where id in (
    select id from ${system("timer")} where state <> 'waiting' and ended_at < ${before} order by ended_at limit ${limit}) returning id`,
);

/** Timers that are done, were taken back or have failed. */
export const endedTimers: Retention = {
  name: "timers",
  label: label("已结束的计时", "Timers that have ended"),
  description: label(
    "已触发、已取消和失败的计时记录；它们做过的事保留在各自的记录里。",
    "That a timer fired, was cancelled or failed; what it did stays with its record.",
  ),
  least: 1,
  usual: 30,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countEnded(workspace, before));
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before, limit }) =>
    (await db.query(dropEnded(workspace, before, limit))).length,
};
