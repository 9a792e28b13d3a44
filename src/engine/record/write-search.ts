import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { plainText } from "../../shared/rich-text/plain-text.ts";
import type { Context } from "../kernel/context.ts";
import { searchClass, searchFields } from "../query/search-entries.ts";
import { tokensOf } from "../query/search-tokens.ts";
import { systemTable } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import type { WrittenAlong } from "../kernel/write-parts.ts";

/** Keeps the search index with the record: one row for each rights class of its fields. */
export function searchAlong(context: Context, object: CatalogObject, items: readonly Item[]): WrittenAlong {
  return (parts) => {
    if (object.internal) return;
    const fields = searchFields(object);
    const touched = items.filter(
      (item) =>
        item.operation.op === "delete" ||
        item.operation.op === "restore" ||
        fields.some((field) => item.changed.has(field.name)),
    );
    if (touched.length === 0) return;
    const rows = touched.flatMap((item) =>
      item.operation.op === "delete" ? [] : entriesOf(object, fields, item.id, item.after),
    );
    const table = systemTable(context.workspace, "search_entry");
    const name = parts.param(object.name, "text");
    parts.push(
      `entry as materialized (select * from json_to_recordset(${parts.param(JSON.stringify(rows), "json")}) as r(id uuid, class text, tokens text[]))`,
      `found as (insert into ${table} (object, id, class, tokens) select ${name}, id, class, tokens from entry on conflict (object, id, class) do update set tokens = excluded.tokens)`,
    );
    const old = touched.filter((item) => item.operation.op !== "create").map((item) => item.id);
    if (old.length === 0) return;
    parts.push(
      `lost as (delete from ${table} s where s.object = ${name} and s.id = any(${parts.param(old, "uuid[]")}) and not exists (select from entry e where e.id = s.id and e.class = s.class))`,
    );
  };
}

export interface SearchEntry {
  readonly id: string;
  readonly class: string;
  readonly tokens: readonly string[];
}
/** What a record is found by: one entry for each rights class of its fields. */
export function entriesOf(
  object: CatalogObject,
  fields: readonly Field[],
  id: string,
  values: Values,
): SearchEntry[] {
  const words = new Map<string, Set<string>>();
  for (const field of fields) {
    const value = values[field.name];
    if (typeof value !== "string" && typeof value !== "number") continue;
    const name = searchClass(object, field);
    const tokens = words.get(name) ?? new Set();
    for (const token of tokensOf(field.kind === "rich_text" ? plainText(String(value)) : String(value)))
      tokens.add(token);
    words.set(name, tokens);
  }
  return [...words].map(([name, tokens]) => ({ id, class: name, tokens: [...tokens] }));
}
