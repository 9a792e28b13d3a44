import { label } from "../../../../shared/i18n/label.ts";
import { type Retention, type Workspace, systemTable } from "../../../../engine/public.ts";

const ended = (workspace: Workspace): string =>
  `${systemTable(workspace, "session")} where coalesce(ended_at, expires_at) < $1`;

/** Sessions that ended or ran out: device and address of somebody who is no longer inside. */
export const endedSessions: Retention = {
  name: "sessions",
  label: label("已结束的登录会话", "Ended sessions"),
  description: label(
    "设备、地址和时间。访问日志中仍保留登录过的记录。",
    "Device, address and times. The access log still shows that someone signed in.",
  ),
  least: 1,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${ended(workspace)}`,
      values: [before],
    });
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before, limit }) => {
    const gone = await db.query({
      text: `delete from ${systemTable(workspace, "session")} where id in (select id from ${ended(workspace)} limit $2) returning 1`,
      values: [before, limit],
    });
    return gone.length;
  },
};
