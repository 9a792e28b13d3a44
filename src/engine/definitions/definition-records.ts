import type { FieldDefinition } from "../../shared/metadata/field.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { CustomField, Layer } from "../catalog/build-catalog.ts";
import type { FieldChanges, LayerChange, ObjectChanges } from "../catalog/lay-over.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { systemTable } from "../schema/names.ts";

/** "bid" → "bid_c": what a company makes never meets what is shipped. */
export const ended = (name: string): string => (name.endsWith("_c") ? name : `${name}_c`);
export const asValues = (value: object): Values => JSON.parse(JSON.stringify(value)) as Values;

/** The id of a record of definitions; with `any` of one in the bin as well. */
export async function idOf(
  context: Context,
  table: string,
  where: Readonly<Record<string, string | null>>,
  any = false,
): Promise<string | null> {
  const conditions = Object.keys(where).map(
    (column, index) => `"${column}" is not distinct from $${index + 1}::text`,
  );
  const [row] = await context.db.query<{ id: string }>({
    text: `select id from ${systemTable(context.workspace, table)} where ${conditions.join(" and ")}${any ? "" : " and deleted_at is null"} limit 1`,
    values: Object.values(where),
  });
  return row?.id ?? null;
}
/** A name that was used once is never used again. */
export const isUsed = async (
  context: Context,
  table: string,
  where: Readonly<Record<string, string>>,
): Promise<boolean> => (await idOf(context, table, where, true)) !== null;

export const createField = (field: CustomField): Operation => ({
  op: "create",
  object: "field_definition",
  values: {
    object: field.object,
    name: field.name,
    definition: asValues(field.definition),
    hidden: field.hidden,
  },
});
export const replaceField = (layer: Layer, field: CustomField): Layer => ({
  ...layer,
  fields: layer.fields.map((one) => (one.object === field.object && one.name === field.name ? field : one)),
});
export const updateField = (
  id: string,
  definition: FieldDefinition,
  hidden: boolean,
  more: Values = {},
): Operation => ({
  op: "update",
  object: "field_definition",
  id,
  values: { definition: asValues(definition), hidden, ...more },
});

/**
 * The layer with other changes of one shipped object or field, and the operation that says so; nothing is
 * kept where nothing is changed.
 */
export async function withChanges(
  context: Context,
  layer: Layer,
  object: string,
  field: string | null,
  changes: ObjectChanges | FieldChanges,
): Promise<{ readonly layer: Layer; readonly operations: readonly Operation[] }> {
  const isEmpty = Object.keys(changes).length === 0;
  const id = await idOf(context, "o_definition_change", { object, field });
  const others = layer.changes.filter((one) => one.object !== object || one.field !== field);
  const change = { object, field, changes } as LayerChange;
  const values: Values = { changes: asValues(changes) };
  const operations: readonly Operation[] = id
    ? [
        isEmpty
          ? { op: "delete", object: "definition_change", id }
          : { op: "update", object: "definition_change", id, values },
      ]
    : isEmpty
      ? []
      : [{ op: "create", object: "definition_change", values: { object, field, ...values } }];
  return { layer: { ...layer, changes: isEmpty ? others : [...others, change] }, operations };
}
