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
      operations.push(
        ...(field.kind === "children" ? await childOperations(tx, context, item, field, value) : await tagOperations(tx, context, item, field, value)),
      );
    }
  }
  return operations;
}

const isRecord = (value: WireValue | undefined): value is Readonly<Values> => value !== null && typeof value === "object" && !Array.isArray(value);
const asRecord = (value: WireValue | undefined): Values => (isRecord(value) ? { ...value } : {});
const asList = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

/** `{upsert: [{id?, …}], delete: [id]}`, or a plain list for new ones. A line whose id this parent already has is changed, any other is made. */
async function childOperations(tx: Transaction, context: Context, item: Item, field: FieldOf<"children">, value: WireValue): Promise<Operation[]> {
  const whole: Values = Array.isArray(value) ? { upsert: value } : asRecord(value);
  const lines = asList(whole["upsert"]).map(asRecord);
  const given = lines.flatMap((line) => (isUuid(line["id"]) ? [line["id"]] : []));
  const known =
    given.length === 0
      ? []
      : await tx.query<{ id: string }>({
          text: `select id from ${tableOf(context.workspace, field.object)} where id = any($1::uuid[]) and ${ident(field.via)} = $2`,
          values: [given, item.id],
        });
  const mine = new Set(known.map((row) => row.id));
  const written = lines.map(({ id, version: _version, ...rest }): Operation => {
    const values = { ...rest, [field.via]: item.id };
    if (isUuid(id) && mine.has(id)) return { op: "update", object: field.object, id, values };
    return { op: "create", object: field.object, ...(isUuid(id) ? { id } : {}), values };
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
  const made = [...wanted]
    .filter((tag) => !has.has(tag))
    .map((tag): Operation => ({ op: "create", object: field.object, values: { [field.via]: item.id, [field.target]: tag } }));
  return [...made, ...rows.filter((row) => !wanted.has(row.tag)).map((row): Operation => ({ op: "delete", object: field.object, id: row.id }))];
}
