import type { Context } from "../../src/engine/kernel/context.ts";
import { searchFields } from "../../src/engine/query/search-entries.ts";
import { putColumns, type Row } from "../../src/engine/values/row-values.ts";
import { entriesOf } from "../../src/engine/record/write-search.ts";
import { liveColumns, storedFields } from "../../src/engine/schema/plan.ts";
import { keysOf } from "../../src/modules/data/duplicates/server/duplicate-keys.ts";
import type { CatalogObject, Values } from "../../src/shared/metadata/object.ts";
import { cell, listCell } from "./copy-in.ts";

/** A record as it stands after its creation, with what the log keeps of that. */
export interface Created {
  readonly id: string;
  /** Given and derived fields, without system stamps. */
  readonly values: Values;
  readonly at: string;
  readonly seq: number;
  readonly actor: string | null;
  readonly actorKind: string;
  readonly road: string;
  readonly request: string;
}
export interface CreatedRows {
  readonly live: string;
  readonly change: string;
  readonly search: readonly string[];
  readonly keys: readonly string[];
}

export const objectOf = (context: Context, name: string): CatalogObject => {
  const object = context.catalog.object(name);
  if (!object) throw new Error(`there is no object ${name}`);
  return object;
};
export const columnsFor = (object: CatalogObject): readonly string[] =>
  liveColumns(object).map(({ name }) => name);

/** The rows of a record that was created and not changed since. */
export function createdRows(
  object: CatalogObject,
  { id, values, at, seq, actor, actorKind, road, request }: Created,
): CreatedRows {
  const row: Row = {};
  const whole: Values = {
    ...values,
    id,
    version: 1,
    created_at: at,
    created_by: actor,
    updated_at: at,
    updated_by: actor,
  };
  for (const field of storedFields(object)) putColumns(row, field, whole[field.name] ?? null);
  Object.assign(row, { valid_from: at, recorded: seq });
  const live = liveColumns(object)
    .map(({ name }) => cell(row[name]))
    .join("\t");
  const after = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    live,
    change: `${seq}\t${at}\t${object.name}\t${id}\t1\tcreate\t${cell(actor)}\t${actorKind}\t${road}\t{}\t${cell(JSON.stringify(after))}\t\\N\t${request}`,
    search: searchRows(object, id, whole),
    keys: keysOf(object.name, whole).map(({ kind, key }) => `${object.name}\t${id}\t${kind}\t${cell(key)}`),
  };
}

export const SEARCH_COLUMNS = ["object", "id", "class", "tokens"] as const;
export const KEY_COLUMNS = ["object", "id", "kind", "key"] as const;
export const searchRows = (object: CatalogObject, id: string, values: Values): readonly string[] =>
  entriesOf(object, searchFields(object), id, values).map(
    (entry) => `${object.name}\t${id}\t${entry.class}\t${listCell(entry.tokens)}`,
  );
