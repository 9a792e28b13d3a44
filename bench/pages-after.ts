import { sealCursor } from "../src/engine/query/cursor.ts";
import type { World } from "./world.ts";

const PLACES = 8;

/** Cursors before page 10,000 and the pages around it, or before the last pages where there are fewer. */
export async function pagesAfter({
  db,
  director,
}: World): Promise<readonly { readonly cursor: string; readonly after: string }[]> {
  const rows = await db.query<{ id: string; value: string | null }>({
    text: `select id, amount__base::text as value from w_main.o_opportunity where deleted_at is null and amount__base is not null order by amount__base desc, id desc
           offset least(499999, (select count(*) * 0.9 from w_main.o_opportunity where deleted_at is null and amount__base is not null)::int - 60) limit ${PLACES * 50}`,
  });
  return Array.from({ length: PLACES }, (_, page) => rows[page * 50]).flatMap((row) =>
    row
      ? [
          {
            cursor: sealCursor(director.context, ["opportunity", "", "-amount", "", "", false], {
              values: [row.value],
              id: row.id,
            }),
            after: `${row.value},${row.id}`,
          },
        ]
      : [],
  );
}
