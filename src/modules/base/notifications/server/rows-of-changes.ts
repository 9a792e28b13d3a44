import { type Context, type LoggedChange, tableOf } from "../../../../engine/public.ts";

/** The records that changes are about as they are now, by id: one statement for each object. */
export async function rowsOfChanges<R extends object>(
  { db, workspace }: Context,
  changes: readonly LoggedChange[],
  columnsOf: (object: string) => string,
): Promise<ReadonlyMap<string, R>> {
  const ids = new Map<string, Set<string>>();
  for (const { object, record } of changes) ids.set(object, (ids.get(object) ?? new Set()).add(record));
  const rows = new Map<string, R>();
  for (const [object, records] of ids)
    for (const row of await db.query<R & { id: string }>({
      text: `select id, ${columnsOf(object)} from ${tableOf(workspace, object)} where id = any($1::uuid[])`,
      values: [[...records]],
    }))
      rows.set(row.id, row);
  return rows;
}
