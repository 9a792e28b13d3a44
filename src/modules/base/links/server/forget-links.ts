import { type Eraser, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const dropLinksOf = statement(
  { id: uuid },
  ({ system }, person: string, records: readonly string[]) =>
    sql`delete from ${system("link")} where person = ${person} or record = any(${records}::uuid[]) returning id`,
);

/** Links in the name of an erased person, and to what is erased with them. */
export const forgetLinks: Eraser = async (tx, { workspace }, { id, records }) => {
  const about = [id, ...[...records.values()].flat()];
  return { counts: { link: (await tx.query(dropLinksOf(workspace, id, about))).length } };
};
