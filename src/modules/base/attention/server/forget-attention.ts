import { type Eraser, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";

export const dropReadings = statement(
  { comment: uuid },
  ({ system }, person: string, comments: readonly string[]) =>
    sql`delete from ${system("comment_reading")} where person = ${person} or comment = any(${comments}::uuid[]) returning comment`,
);

export const dropLooks = statement(
  { record: uuid },
  ({ system }, person: string, records: readonly string[]) =>
    sql`delete from ${system("record_look")} where person = ${person} or record = any(${records}::uuid[]) returning record`,
);

/** What somebody has read and opened, and who has read what was said about them or opened their records. */
export const forgetAttention: Eraser = async (tx, { workspace }, { id, records }) => {
  const comments = records.get(comment.name) ?? [];
  const readings = await tx.query(dropReadings(workspace, id, comments));
  const looks = await tx.query(dropLooks(workspace, id, [id, ...[...records.values()].flat()]));
  return { counts: { comment_reading: readings.length, record_look: looks.length } };
};
