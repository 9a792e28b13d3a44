import { type Context, type LoggedChange, answering, tablesOf } from "../../../../engine/public.ts";
import type { Columns } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";

/** The records that changes are about as they are now, by id: one statement for each object. */
export async function rowsOfChanges<R extends { readonly id: string }>(
  { db, workspace }: Context,
  changes: readonly LoggedChange[],
  columns: Columns<R>,
  /** Spells them for an object. */
  shownOf: (object: string) => Sql,
): Promise<ReadonlyMap<string, R>> {
  const ids = new Map<string, Set<string>>();
  for (const { object, record } of changes) ids.set(object, (ids.get(object) ?? new Set()).add(record));
  const rows = new Map<string, R>();
  for (const [object, records] of ids)
    for (const row of await db.query(
      answering(
        columns,
        sql`select ${shownOf(object)} from ${tablesOf(workspace).record(object)} where id = any(${[...records]}::uuid[])`,
      ),
    ))
      rows.set(row.id, row);
  return rows;
}
