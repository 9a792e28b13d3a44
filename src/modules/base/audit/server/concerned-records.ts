import { type Context, answering, tablesOf, titlesFor } from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { Changed } from "./change-titles.ts";

export interface Concerned {
  readonly object: string;
  readonly id: string;
  readonly title: string;
}

/**
 * The records that changed records are told with (a request for a consent: the deal it is about), by the id
 * of the changed one, where the caller may read them. One statement for each such object and one for the
 * titles.
 */
export async function concernedRecords(
  context: Context,
  rows: readonly Changed[],
): Promise<ReadonlyMap<string, Concerned>> {
  const links = new Map<string, { readonly object: string; readonly id: string }>();
  for (const { object: name, link } of context.hooks.events ?? []) {
    const ids = rows.filter((row) => row.object === name).map((row) => row.record);
    const field = context.catalog.object(name)?.byName[link];
    if (ids.length === 0 || field?.kind !== "link") continue;
    const [column, table] = [spelled(`t.${ident(link)}`), tablesOf(context.workspace).record(name)];
    const target =
      field.targets.length > 1 ? spelled(`t.${ident(`${link}__object`)}`) : sql`${field.targets[0]}::text`;
    const found = await context.db.query(
      answering(
        { id: uuid, about: sure(uuid), object: sure(text) },
        sql`select t.id, ${column} as about, ${target} as object from ${table} t where t.id = any(${ids}::uuid[]) and ${column} is not null`,
      ),
    );
    for (const { id, about, object } of found) links.set(id, { object, id: about });
  }
  const titles = await titlesFor(context, [...links.values()]);
  return new Map(
    [...links].flatMap(([id, record]) => {
      const title = titles.get(record.id);
      return title === undefined ? [] : [[id, { ...record, title }] as const];
    }),
  );
}
