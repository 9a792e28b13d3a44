import { type Retention, statement, type Tables } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";

const ended = ({ system }: Tables, before: string): Sql =>
  sql`${system("link")} where least(revoked_at, expires_at) < ${before}`;
export const countEndedLinks = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${ended(tables, before)}`,
);
export const dropEndedLinks = statement(
  { id: uuid },
  (tables, before: string, limit: number) =>
    sql`delete from ${tables.system("link")} where id in (select id from ${ended(tables, before)} limit ${limit}) returning id`,
);

/** Links that ran out or were revoked: for what, for whom, and when they were used. */
export const endedLinks: Retention = {
  name: "links",
  label: label("已失效的链接", "Links that have ended"),
  description: label(
    "用途、对象和使用时间。访问日志中仍保留使用过的记录。",
    "What they were for and when they were used. The access log still shows each use.",
  ),
  least: 1,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countEndedLinks(workspace, before));
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before, limit }) => {
    const gone = await db.query(dropEndedLinks(workspace, before, limit));
    return gone.length;
  },
};
