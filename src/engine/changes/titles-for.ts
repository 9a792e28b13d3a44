import { ident } from "../../platform/db/database.ts";
import { accessPredicate } from "../access/predicate.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { spokenTitle } from "../query/spoken-title.ts";

/**
 * Titles of records by id, of those that the caller may see, in one statement. A title is a field like
 * others: nothing is told of one that is hidden or masked.
 */
export async function titlesFor(
  context: Context,
  wanted: readonly { readonly object: string; readonly id: string }[],
): Promise<Map<string, string>> {
  const byObject = new Map<string, Set<string>>();
  for (const { object, id } of wanted) byObject.set(object, (byObject.get(object) ?? new Set()).add(id));
  const params = new Params();
  const arms = [...byObject].flatMap(([name, ids]) => {
    const object = context.catalog.object(name);
    const title = object?.byName[object.title];
    if (
      !object ||
      !title ||
      columnsOf(title).length === 0 ||
      !isReadable(fieldRight(context, object, title.name))
    )
      return [];
    return [
      `select t.id, ${spokenTitle(context, object, "t", `t.${ident(title.name)}::text`)} as title from ${tableOf(context.workspace, name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and (${accessPredicate(context, object, "read", "t", params)})`,
    ];
  });
  if (arms.length === 0) return new Map();
  const rows = await context.db.query<{ id: string; title: string | null }>({
    text: arms.join(" union all "),
    values: params.values,
  });
  return new Map(rows.flatMap((row) => (row.title === null ? [] : [[row.id, row.title] as const])));
}
