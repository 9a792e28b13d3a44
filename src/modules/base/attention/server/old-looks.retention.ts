import { type Retention, type Tables, statement } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";

const old = ({ system }: Tables, before: string): Sql =>
  sql`${system("record_look")} where last_at < ${before}`;
export const countOldLooks = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${old(tables, before)}`,
);
export const dropOldLooks = statement(
  { record: uuid },
  (tables, before: string, limit: number) =>
    sql`delete from ${tables.system("record_look")} where (record, person) in (select record, person from ${old(tables, before)} limit ${limit}) returning record`,
);

/** Who has opened which record; a look is shown for ninety days. */
export const oldLooks: Retention = {
  name: "record_looks",
  label: label("谁看过记录", "Who opened records"),
  description: label("谁在何时打开过哪条记录", "Who opened which record, and when"),
  least: 1,
  usual: 90,
  count: async ({ db, workspace }, before) => (await db.query(countOldLooks(workspace, before)))[0]?.n ?? 0,
  take: async ({ db, workspace }, { before, limit }) =>
    (await db.query(dropOldLooks(workspace, before, limit))).length,
};
