import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, refuseItem, invalid } from "./batch.ts";
import type { Operation } from "./contract.ts";
import { recordMessages } from "./messages.ts";
import { isUuid, withLabel } from "./read-field.ts";

/** Fields that are written as records of their own with their parent (decision 5). */
export const isNested = (field: Field): field is FieldOf<"children"> | FieldOf<"tags"> => field.kind === "children" || field.kind === "tags";
export const hasNested = (context: Context, operation: Operation): boolean => {
  if (operation.op !== "create" && operation.op !== "update") return false;
  const object = context.catalog.object(operation.object);
  return Object.keys(operation.values).some((name) => object?.byName[name] !== undefined && isNested(object.byName[name]));
};

export interface Nested {
  /** With values of the caller's, whose rights on fields and on what they link to hold for them too. */
  readonly lines: readonly Operation[];
  readonly tags: readonly Operation[];
}

/** The operations on lines and tags that the items' values ask for. An item that names lines of another record is refused. */
export async function nestedOperations(tx: Transaction, context: Context, items: readonly Item[]): Promise<Nested> {
  const lines: Operation[] = [];
  const tags: Operation[] = [];
  for (const item of items) {
    if (item.operation.op !== "create" && item.operation.op !== "update") continue;
    for (const [name, value] of Object.entries(item.operation.values)) {
      const field = item.object.byName[name];
      if (!field || !isNested(field)) continue;
      if (field.kind === "children") lines.push(...(await childOperations(tx, context, item, field, value)));
      else tags.push(...(await tagOperations(tx, context, item, field, value)));
    }
  }
  return { lines, tags };
}

const isRecord = (value: WireValue | undefined): value is Readonly<Values> => value !== null && typeof value === "object" && !Array.isArray(value);
const asRecord = (value: WireValue | undefined): Values => (isRecord(value) ? { ...value } : {});
const asList = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

/** `{upsert: [{id?, …}], delete: [id]}`, or a plain list for new ones. A line whose id this parent already has is changed, any other is made. */
async function childOperations(tx: Transaction, context: Context, item: Item, field: FieldOf<"children">, value: WireValue): Promise<Operation[]> {
  const whole: Values = Array.isArray(value) ? { upsert: value } : asRecord(value);
  const lines = asList(whole["upsert"]).map(asRecord);
  const removed = asList(whole["delete"]).map((id) => (isUuid(id) ? id.toLowerCase() : ""));
  const given = [...lines.flatMap((line) => (isUuid(line["id"]) ? [line["id"]] : [])), ...removed.filter(isUuid)];
  const known =
    given.length === 0
      ? []
      : await tx.query<{ id: string }>({
          text: `select id from ${tableOf(context.workspace, field.object)} where id = any($1::uuid[]) and ${ident(field.via)} = $2`,
          values: [given, item.id],
        });
  const mine = new Set(known.map((row) => row.id));
  if (!removed.every((id) => mine.has(id)))
    refuseItem(item, invalid([{ code: "link_missing", field: field.name, text: withLabel(recordMessages.link_missing, field) }]));
  const written = lines.map(({ id, version: _version, ...rest }): Operation => {
    const values = { ...rest, [field.via]: item.id };
    if (isUuid(id) && mine.has(id.toLowerCase())) return { op: "update", object: field.object, id, values };
    return { op: "create", object: field.object, ...(isUuid(id) ? { id } : {}), values };
  });
  return [...written, ...removed.map((id): Operation => ({ op: "delete", object: field.object, id }))];
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
