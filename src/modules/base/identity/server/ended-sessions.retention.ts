import { label } from "../../../../shared/i18n/label.ts";
import { type Retention, type Tables, statement } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";

const ended = ({ system }: Tables, before: string): Sql =>
  sql`${system("session")} where coalesce(ended_at, expires_at) < ${before}`;
export const countEnded = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${ended(tables, before)}`,
);
export const dropEnded = statement(
  { id: uuid },
  (tables, before: string, limit: number) =>
    sql`delete from ${tables.system("session")} where id in (select id from ${ended(tables, before)} limit ${limit}) returning id`,
);

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
    const [row] = await db.query(countEnded(workspace, before));
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before, limit }) => {
    const gone = await db.query(dropEnded(workspace, before, limit));
    return gone.length;
  },
};
