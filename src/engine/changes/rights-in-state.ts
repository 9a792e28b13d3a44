import { ident } from "../../platform/db/database.ts";
import type { FieldRight } from "../../shared/rights/rights.ts";
import { fieldsByState, rightSql } from "../access/field-by-state.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";

/** By record: the fields whose right follows from its state, with what it is today. */
export type InState = ReadonlyMap<string, ReadonlyMap<string, FieldRight>>;

/**
 * What the caller may do with such fields of these records. A statement for each object that has any, and none
 * for others.
 */
export async function rightsInState(
  context: Context,
  records: readonly { readonly object: string; readonly record: string }[],
): Promise<InState> {
  const names = [...new Set(records.map(({ object }) => object))];
  const found = await Promise.all(
    names.map((name) =>
      rightsOf(
        context,
        name,
        records.flatMap(({ object, record }) => (object === name ? [record] : [])),
      ),
    ),
  );
  return new Map(found.flat());
}

async function rightsOf(
  context: Context,
  name: string,
  records: readonly string[],
): Promise<readonly (readonly [string, ReadonlyMap<string, FieldRight>])[]> {
  const object = context.catalog.object(name);
  if (!object) return [];
  const byState = fieldsByState(context, object);
  if (byState.size === 0) return [];
  const params = new Params();
  params.rowOf("t", name);
  const at = { context, params, alias: "t" };
  const columns = [...byState].map(([field, state]) => `${rightSql(state, at)} as ${ident(field)}`);
  const wanted = params.add([...new Set(records)], "uuid[]");
  const rows = await context.db.query<Record<string, FieldRight>>(
    params.statement(
      `select t.id as "$id", ${columns.join(", ")} from ${tableOf(context.workspace, name)} t where t.id = any(${wanted})`,
    ),
  );
  return rows.map((row) => [
    String(row["$id"]),
    new Map([...byState.keys()].map((field) => [field, row[field] ?? "hidden"])),
  ]);
}
