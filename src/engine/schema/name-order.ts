import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { carriedNow } from "./carried-columns.ts";
import { isScoped } from "./index-columns.ts";
import { historyOf, orderColumn, tableOf } from "./names.ts";
import { columnList, type On, type PlannedIndex } from "./planned-index.ts";

/*
 * What a name is sorted by stands beside it (`name__order`): pinyin is not something that PostgreSQL knows, so
 * whoever writes a name writes its key (`putColumns`). Rows from before there were keys have none and
 * stand last until they are filled; an index holds just these.
 */

/** The name of the object's records, where lists sort it by a key. */
export const nameField = (object: CatalogObject): Field | undefined =>
  object.fields.find((field) => field.by_name === true);

/** Of a name that has no key yet. */
export const isWithoutKey = ({ name }: Field): string =>
  `${ident(name)} is not null and ${ident(orderColumn({ name }))} is null`;

/** In the order of names, with what lists are filtered by; and what is to be filled. */
export function nameIndexes(workspace: Workspace, object: CatalogObject, on: On): readonly PlannedIndex[] {
  const field = nameField(object);
  if (!field) return [];
  const carried = isScoped(object) ? ` include (${columnList(carriedNow(object))})` : "";
  return [
    on(`in_order_of_${field.name}`, `(${columnList([orderColumn(field), "id"])})${carried}`),
    on(`without_${orderColumn(field)}`, `(id) where ${isWithoutKey(field)}`),
    on(`history_without_${orderColumn(field)}`, `(hid) where ${isWithoutKey(field)}`, {
      on: historyOf(workspace, object.name),
    }),
  ];
}

const forgetting = (name: string): string => ident(`forget_${orderColumn({ name })}`);
/** Before the columns of a name go, or of what once was one. */
export const keepStaleKeys = (workspace: Workspace, object: string, name: string): string =>
  `drop trigger if exists ${forgetting(name)} on ${tableOf(workspace, object)}`;

/**
 * A name that is changed by somebody who knows of no keys, an older version of the program, loses its key and
 * is filled anew. Statements that may run again.
 */
export function forgetStaleKeys(workspace: Workspace, object: CatalogObject): readonly string[] {
  const field = nameField(object);
  if (!field) return [];
  const [name, key] = [ident(field.name), ident(orderColumn(field))];
  const bare = `forget_${object.name}_${orderColumn(field)}`;
  const forget = `${ident(workspace.schema)}.${ident(bare)}`;
  return [
    `create or replace function ${forget}() returns trigger language plpgsql as $$ begin new.${key} := null; return new; end $$`,
    `create or replace trigger ${forgetting(field.name)} before update on ${tableOf(workspace, object.name)} for each row when (old.${name} is distinct from new.${name} and old.${key} is not distinct from new.${key}) execute function ${forget}()`,
  ];
}
