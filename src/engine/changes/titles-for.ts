import { ident } from "../../platform/db/database.ts";
import { readableWhere } from "../access/field-by-state.ts";
import { accessPredicate } from "../access/predicate.ts";
import { conditionSql } from "../access/row-condition.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { shownWhere } from "../query/on-row.ts";
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
    const readable =
      object && title
        ? conditionSql(readableWhere(context, object, title.name), { context, params, alias: "t" })
        : "false";
    if (!object || !title || columnsOf(title).length === 0 || readable === "false") return [];
    return [
      `select t.id, ${shownWhere(readable, spokenTitle(context, object, "t", `t.${ident(title.name)}::text`))} as title from ${tableOf(context.workspace, name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and (${accessPredicate(context, object, "read", "t", params)})`,
    ];
  });
  if (arms.length === 0) return new Map();
  const rows = await context.db.query<{ id: string; title: string | null }>({
    ...params.statement(arms.join(" union all ")),
  });
  return new Map(rows.flatMap((row) => (row.title === null ? [] : [[row.id, row.title] as const])));
}
