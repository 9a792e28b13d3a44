import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { tableOf } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import type { Operation } from "./contract.ts";
import { isUuid } from "./read-field.ts";

/** Fields that are written as records of their own with their parent (decision 5). */
export const isNested = (field: Field): field is FieldOf<"children"> | FieldOf<"tags"> => field.kind === "children" || field.kind === "tags";
export const hasNested = (context: Context, operation: Operation): boolean => {
  if (operation.op !== "create" && operation.op !== "update") return false;
  const object = context.catalog.object(operation.object);
  return Object.keys(operation.values).some((name) => object?.byName[name] !== undefined && isNested(object.byName[name]));
};

/** The operations on lines and tags that the items' values ask for. */
export async function nestedOperations(tx: Transaction, context: Context, items: readonly Item[]): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const item of items) {
    if (item.operation.op !== "create" && item.operation.op !== "update") continue;
    for (const [name, value] of Object.entries(item.operation.values)) {
      const field = item.object.byName[name];
      if (!field || !isNested(field)) continue;
      operations.push(...(field.kind === "children" ? childOperations(item, field, value) : await tagOperations(tx, context, item, field, value)));
    }
  }
  return operations;
}

const asRecord = (value: WireValue | undefined): Values => (value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {});
const asList = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

/** `{upsert: [{id?, …}], delete: [id]}`, or a plain list for new ones. */
function childOperations(item: Item, field: FieldOf<"children">, value: WireValue): Operation[] {
  const whole = Array.isArray(value) ? { upsert: value } : asRecord(value);
  const written = asList(whole["upsert"]).map((line): Operation => {
    const { id, version: _version, ...values } = asRecord(line);
    if (isUuid(id) && item.operation.op === "update" && values["$new"] !== true) return { op: "update", object: field.object, id, values: { ...values, [field.via]: item.id } };
    return { op: "create", object: field.object, ...(isUuid(id) ? { id } : {}), values: { ...values, [field.via]: item.id } };
  });
  const removed = asList(whole["delete"]).flatMap((id): Operation[] => (isUuid(id) ? [{ op: "delete", object: field.object, id }] : []));
  return [...written, ...removed];
}

/** The wanted tags against those there are: the difference, as links made and removed. */
async function tagOperations(tx: Transaction, context: Context, item: Item, field: FieldOf<"tags">, value: WireValue): Promise<Operation[]> {
  const wanted = new Set(asList(value).filter(isUuid));
  const rows = await tx.query<{ id: string; tag: string }>({
    text: `select id, ${ident(field.target)} as tag from ${tableOf(context.workspace, field.object)} where ${ident(field.via)} = $1 and deleted_at is null`,
    values: [item.id],
  });
  const has = new Set(rows.map((row) => row.tag));
  const made = [...wanted].filter((tag) => !has.has(tag)).map((tag): Operation => ({ op: "create", object: field.object, values: { [field.via]: item.id, [field.target]: tag } }));
  return [...made, ...rows.filter((row) => !wanted.has(row.tag)).map((row): Operation => ({ op: "delete", object: field.object, id: row.id }))];
}
