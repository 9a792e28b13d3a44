import { type Context, tableOf, titlesFor } from "../../../../engine/public.ts";
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
    const target = field.targets.length > 1 ? `t.${ident(`${link}__object`)}` : `'${field.targets[0]}'`;
    const found = await context.db.query<{ id: string; about: string; object: string }>({
      text: `select t.id, t.${ident(link)} as about, ${target} as object from ${tableOf(context.workspace, name)} t where t.id = any($1::uuid[]) and t.${ident(link)} is not null`,
      values: [ids],
    });
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
