import { type Eraser, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";

export const dropReadings = statement(
  { comment: uuid },
  ({ system }, person: string, comments: readonly string[]) =>
    sql`delete from ${system("comment_reading")} where person = ${person} or comment = any(${comments}::uuid[]) returning comment`,
);

/** What somebody has read, and who has read what was said about them. */
export const forgetAttention: Eraser = async (tx, { workspace }, { id, records }) => {
  const comments = records.get(comment.name) ?? [];
  return { counts: { comment_reading: (await tx.query(dropReadings(workspace, id, comments))).length } };
};
