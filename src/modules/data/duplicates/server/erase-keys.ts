import { type Eraser, systemTable } from "../../../../engine/public.ts";

/** What a person would be found by as somebody who is there already. */
export const eraseDuplicateKeys: Eraser = async (tx, { workspace }, { records }) => {
  const ids = [...records.values()].flat();
  const gone = await tx.query({
    text: `delete from ${systemTable(workspace, "duplicate_key")} where id = any($1::uuid[]) returning 1`,
    values: [ids],
  });
  return { counts: { duplicate_key: gone.length } };
};
