import { type Retention, type Tables, deleting, save, statement } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { notification } from "./notification.object.ts";

const old = ({ record }: Tables, before: string): Sql =>
  sql`${record("notification")} where deleted_at is null and created_at < ${before}`;
export const countOld = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${old(tables, before)}`,
);
export const oldest = statement(
  { id: uuid },
  (tables, before: string, limit: number) =>
    sql`select id from ${old(tables, before)} order by created_at limit ${limit}`,
);

/** Lines of the bell, read or not. */
export const oldNotices: Retention = {
  name: "notifications",
  label: label("通知", "Notifications"),
  applies: ({ name }) => name === notification.name,
  description: label(
    "从通知列表中移除，不论是否已读；引起通知的变更不受影响。",
    "Removed from the notification list, read or unread; the changes behind them are not affected.",
  ),
  least: 7,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countOld(workspace, before));
    return row?.n ?? 0;
  },
  take: async (context, { before, limit }) => {
    const rows = await context.db.query(oldest(context.workspace, before, limit));
    if (rows.length === 0) return 0;
    const operations = rows.map(({ id }) => deleting(notification, id));
    const { saved, results } = await save(context, { road: "rule", mode: "all", operations });
    if (!saved)
      throw new Error(
        `old notifications could not be removed: ${JSON.stringify(results.find((result) => !result.ok))}`,
      );
    return rows.length;
  },
};
