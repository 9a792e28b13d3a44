import type { Transaction } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { tokensOf } from "../query/search-tokens.ts";
import { systemTable } from "../schema/names.ts";
import type { Item } from "./batch.ts";

const isSearched = (object: CatalogObject, field: Field): boolean => !field.hidden && (field.searchable === true || field.name === object.title);

/** Keeps the search index with the record: one row for its open fields, one for each field that some role restricts. */
export async function writeSearch(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<void> {
  const fields = object.fields.filter((field) => isSearched(object, field));
  const touched = items.filter((item) => item.operation.op === "delete" || item.operation.op === "restore" || fields.some((field) => item.changed.has(field.name)));
  if (touched.length === 0 || object.internal) return;
  const rows = touched.flatMap((item) => (item.operation.op === "delete" ? [] : searchRows(object, fields, item)));
  const table = systemTable(context.workspace, "search_entry");
  await tx.query({
    text: `with gone as (delete from ${table} where object = $1 and id = any($2::uuid[]) and not (id, class) in (select id, class from json_to_recordset($3::json) as r(id uuid, class text)))
           insert into ${table} (object, id, class, title, tokens) select $1, id, class, title, tokens from json_to_recordset($3::json) as r(id uuid, class text, title text, tokens text[])
           on conflict (object, id, class) do update set title = excluded.title, tokens = excluded.tokens`,
    values: [object.name, touched.map((item) => item.id), JSON.stringify(rows)],
  });
}

/** Personal fields stand in a class of their own, so that roles that mask or hide them cannot find records by them. */
function searchRows(object: CatalogObject, fields: readonly Field[], item: Item): object[] {
  const texts = new Map<string, string[]>();
  for (const field of fields) {
    const value = item.after[field.name];
    if (value === null || value === undefined) continue;
    const text = typeof value === "object" ? Object.values(value).join(" ") : String(value);
    const name = field.name !== object.title && field.personal ? `field:${field.name}` : "open";
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  const title = String(item.after[object.title] ?? "").slice(0, 200);
  return [...texts].map(([name, parts]) => ({ id: item.id, class: name, title, tokens: [...new Set(parts.flatMap((part) => tokensOf(part.slice(0, 500))))] }));
}
