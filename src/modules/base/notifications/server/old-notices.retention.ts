import { label } from "../../../../shared/i18n/label.ts";
import { type Retention, type Workspace, deleting, save, tableOf } from "../../../../engine/public.ts";
import { notification } from "./notification.object.ts";

const old = (workspace: Workspace): string =>
  `${tableOf(workspace, "notification")} where deleted_at is null and created_at < $1`;

/** Lines of the bell, read or not. */
export const oldNotices: Retention = {
  name: "notifications",
  label: label("通知", "Notifications"),
  applies: ({ name }) => name === notification.name,
  description: label(
    "从铃铛中移除，不论是否已读；引起通知的改动本身不受影响。",
    "Taken off the bell, read or not; the changes they told of are not concerned.",
  ),
  least: 7,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${old(workspace)}`,
      values: [before],
    });
    return row?.n ?? 0;
  },
  take: async (context, { before, limit }) => {
    const rows = await context.db.query<{ id: string }>({
      text: `select id from ${old(context.workspace)} order by created_at limit $2`,
      values: [before, limit],
    });
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
