import { ident, type Executor, type Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  Params,
  type Row,
  type WriteContext,
  accessPredicate,
  isUuid,
  liveColumns,
  lockAhead,
  tableOf,
  valuesOf,
} from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";

/**
 * A record with every value, as gates judge it, if the caller may see it. Never sent as it is: what a caller
 * may not read is taken out of the reasons by `hideReasons`.
 */
export async function readWhole(
  db: Executor,
  context: Context,
  object: CatalogObject,
  id: string,
): Promise<Whole | null> {
  if (!isUuid(id)) return null;
  const params = new Params();
  const columns = liveColumns(object).map((column) => `t.${ident(column.name)}`);
  const may = accessPredicate(context, object, "update", "t", params);
  const see = accessPredicate(context, object, "read", "t", params);
  const text = `select ${columns.join(", ")}, (${may}) as "$update" from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(id, "uuid")} and t.deleted_at is null and ${see}`;
  const [row] = await db.query<Row>({ name: "whole", ...params.statement(text) });
  return row ? { record: valuesOf(object, row), canUpdate: row["$update"] === true } : null;
}

interface Whole {
  readonly record: Values;
  readonly canUpdate: boolean;
}

/** The same, locked for a write, which then does not read it again. */
export async function lockWhole(
  tx: Transaction,
  context: WriteContext,
  object: CatalogObject,
  id: string,
): Promise<Whole | null> {
  const locked = isUuid(id) ? await lockAhead(tx, context, object, id) : null;
  return locked && { record: valuesOf(object, locked.row), canUpdate: locked.canUpdate };
}

/** `readWhole` of many records, by id, in one statement; what the caller may not see is not there. */
export async function readWholes(
  db: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Values>> {
  if (ids.length === 0) return new Map();
  const params = new Params();
  const columns = liveColumns(object).map((column) => `t.${ident(column.name)}`);
  const see = accessPredicate(context, object, "read", "t", params);
  const text = `select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and t.deleted_at is null and ${see}`;
  const rows = await db.query<Row & { readonly id: string }>(params.statement(text));
  return new Map(rows.map((row) => [row.id, valuesOf(object, row)]));
}
