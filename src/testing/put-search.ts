import { searchClass, searchFields } from "../engine/query/search-entries.ts";
import { tokensOf } from "../engine/query/search-tokens.ts";
import type { CatalogObject, Values } from "../shared/metadata/object.ts";
import type { TestDatabase } from "./database.ts";

/** Puts search entries of records, as a write would. */
export async function putSearch(
  database: TestDatabase,
  object: CatalogObject,
  rows: readonly Values[],
  ids: readonly string[],
): Promise<void> {
  const entries = rows.flatMap((row, at) => {
    const classes = new Map<string, string[]>();
    for (const field of searchFields(object)) {
      const value = row[field.name];
      if (typeof value === "string")
        classes.set(searchClass(object, field), [
          ...(classes.get(searchClass(object, field)) ?? []),
          ...tokensOf(value),
        ]);
    }
    return [...classes].map(([name, tokens]) => ({
      object: object.name,
      id: ids[at],
      class: name,
      tokens: [...new Set(tokens)],
    }));
  });
  if (entries.length > 0)
    await database.db.query({
      text: `insert into "w_main".search_entry (object, id, class, tokens) select object, id, class, tokens from json_populate_recordset(null::"w_main".search_entry, $1::json)`,
      values: [JSON.stringify(entries)],
    });
}
