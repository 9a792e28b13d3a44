import {
  type Retention,
  type Tables,
  command,
  deleting,
  saveIn,
  statement,
} from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { message } from "./message.object.ts";

const old = ({ record }: Tables, before: string): Sql =>
  sql`${record("message")} where deleted_at is null and status <> 'queued' and created_at < ${before}`;
export const countOldMessages = statement(
  { n: integer },
  (tables, before: string) => sql`select count(*)::int as n from ${old(tables, before)}`,
);
export const oldestMessages = statement(
  { id: uuid },
  (tables, before: string, limit: number) =>
    sql`select id from ${old(tables, before)} order by created_at limit ${limit}`,
);
export const forgetOld = command(
  ({ system }, ids: readonly string[]) =>
    sql`with contents as (delete from ${system("message_content")} where message = any(${ids}::uuid[]))
delete from ${system("message_line")} where message = any(${ids}::uuid[])`,
);

/** What was sent or not sent; what still waits stays. */
export const oldMessages: Retention = {
  name: "messages",
  label: label("消息", "Messages"),
  applies: ({ name }) => name === message.name,
  description: label(
    "已发送、发送失败和未发送的消息记录；正在等待的保留。",
    "The record of messages that were sent, failed or were not sent; those that wait are kept.",
  ),
  least: 7,
  usual: null,
  count: async ({ db, workspace }, before) =>
    (await db.query(countOldMessages(workspace, before)))[0]?.n ?? 0,
  take: async (context, { before, limit }) => {
    const { db, workspace } = context;
    const ids = (await db.query(oldestMessages(workspace, before, limit))).map(({ id }) => id);
    if (ids.length === 0) return 0;
    await db.transaction(async (tx) => {
      const operations = ids.map((id) => deleting(message, id));
      const { saved } = await saveIn(tx, context, { road: "rule", mode: "all", operations });
      if (!saved) throw new Error("old messages could not be removed");
      await tx.query(forgetOld(workspace, ids));
    });
    return ids.length;
  },
};
