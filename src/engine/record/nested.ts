import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, refuseItem, invalid } from "./batch.ts";
import type { Operation } from "../kernel/save-request.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";
import { isUuid } from "../values/is-uuid.ts";

/** Fields that are written as records of their own with their parent (decision 5). */
export const isNested = (field: Field): field is FieldOf<"children"> | FieldOf<"tags"> =>
  field.kind === "children" || field.kind === "tags";

/**
 * Lines that a record's values ask for. Their values are the caller's, whose rights on fields and on what
 * they link to hold for them too.
 */
export interface NestedLines {
  readonly parent: Item;
  readonly operations: readonly Operation[];
}

/**
 * What the items' values ask of their lines, as operations on records of their own. An item that names lines
 * of another record is refused. One statement for each list.
 */
export async function lineOperations(
  tx: Transaction,
  context: Context,
  items: readonly Item[],
): Promise<NestedLines[]> {
  const found: NestedLines[] = [];
  for (const field of new Set(items.flatMap((item) => nestedFields(item, "children")))) {
    const giving = items.filter((item) => nestedFields(item, "children").includes(field));
    const wanted = giving.map((item) => ({ item, ...linesOf(item, field) }));
    const ids = wanted.flatMap(({ upsert, removed }) => [
      ...upsert.flatMap(({ id }) => (isUuid(id) ? [id] : [])),
      ...removed.filter(isUuid),
    ]);
    const owners = await ownersOf(tx, context, field, ids);
    for (const asked of wanted)
      found.push({ parent: asked.item, operations: operationsOn(context, field, asked, owners) });
  }
  return found;
}

export const hasLines = (item: Item): boolean => nestedFields(item, "children").length > 0;

function nestedFields<K extends "children" | "tags">(item: Item, kind: K): FieldOf<K>[] {
  const { operation } = item;
  if (operation.op === "delete" || !operation.values) return [];
  return Object.keys(operation.values).flatMap((name): FieldOf<K>[] => {
    const field = Object.hasOwn(item.object.byName, name) ? item.object.byName[name] : undefined;
    return field?.kind === kind ? [field as FieldOf<K>] : [];
  });
}
const valueOf = ({ operation }: Item, field: Field): WireValue =>
  "values" in operation ? (operation.values?.[field.name] ?? null) : null;
const asRecord = (value: WireValue | undefined): Values => (isMap(value) ? { ...value } : {});
const asList = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

/** `{upsert: [{id?, …}], delete: [id]}`, or a plain list for new ones. */
function linesOf(
  item: Item,
  field: FieldOf<"children">,
): { readonly upsert: readonly Values[]; readonly removed: readonly string[] } {
  const value = valueOf(item, field);
  const whole: Values = Array.isArray(value) ? { upsert: value } : asRecord(value);
  return {
    upsert: asList(whole["upsert"]).map(asRecord),
    removed: asList(whole["delete"]).map((id) => (isUuid(id) ? id.toLowerCase() : "")),
  };
}

interface Known {
  readonly owner: string;
  readonly deleted: boolean;
}
/** Which record each of these lines belongs to now, or did when it was deleted. */
async function ownersOf(
  tx: Transaction,
  context: Context,
  field: FieldOf<"children">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string } & Known>({
    text: `select id, ${ident(field.via)} as owner, deleted_at is not null as deleted from ${tableOf(context.workspace, field.object)} where id = any($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

interface Asked {
  readonly item: Item;
  readonly upsert: readonly Values[];
  readonly removed: readonly string[];
}
/**
 * A line that this parent has is changed, one that it had comes back from the recycle bin, any other is made.
 * `version` is the one that the caller saw.
 */
function operationsOn(
  context: Context,
  field: FieldOf<"children">,
  { item, upsert, removed }: Asked,
  owners: ReadonlyMap<string, Known>,
): Operation[] {
  const { object } = field;
  const isMine = (id: string, deleted: boolean): boolean => {
    const line = owners.get(id.toLowerCase());
    return line !== undefined && line.owner === item.id && line.deleted === deleted;
  };
  if (!removed.every((id) => isMine(id, false)))
    refuseItem(
      item,
      invalid([
        { code: "link_missing", field: field.name, text: withLabel(recordMessages.link_missing, field) },
      ]),
    );
  const via = context.catalog.object(object)?.byName[field.via];
  const parent: WireValue =
    via?.kind === "link" && via.targets.length > 1 ? { object: item.object.name, id: item.id } : item.id;
  const keeps = "keepsId" in item.operation && item.operation.keepsId ? { keepsId: true as const } : {};
  const written = upsert.map(({ id, version, ...rest }): Operation => {
    const values = { ...rest, [field.via]: parent };
    const seen = typeof version === "number" ? version : undefined;
    if (!isUuid(id)) return { op: "create", object, values };
    if (isMine(id, false))
      return {
        op: "update",
        object,
        id: id.toLowerCase(),
        values,
        ...(seen === undefined ? {} : { ifVersion: seen }),
      };
    if (seen !== undefined) refuseItem(item, goneLine(field));
    return isMine(id, true)
      ? { op: "restore", object, id: id.toLowerCase(), values }
      : { op: "create", object, id, values, ...keeps };
  });
  return [...written, ...removed.map((id): Operation => ({ op: "delete", object, id }))];
}

/** A line that the caller saw is not there any more. */
const goneLine = (field: Field) =>
  ({
    status: 409,
    code: "version_conflict",
    text: recordMessages.version_conflict,
    reasons: [{ code: "changed_since", field: field.name, text: withLabel(recordMessages.line_gone, field) }],
  }) as const;

/** The whole list; or those there are with some put on and others taken off. */
function wantedTags(asked: WireValue, has: ReadonlySet<string>): ReadonlySet<string> {
  if (!isMap(asked)) return new Set(asList(asked).filter(isUuid));
  const removed = new Set(asList(asked["remove"]));
  return new Set([...has, ...asList(asked["add"]).filter(isUuid)].filter((id) => !removed.has(id)));
}

/**
 * The wanted tags against those there are: the difference, as links made and removed. One statement for each
 * list.
 */
export async function tagOperations(
  tx: Transaction,
  context: Context,
  items: readonly Item[],
): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const field of new Set(items.flatMap((item) => nestedFields(item, "tags")))) {
    const giving = items.filter((item) => nestedFields(item, "tags").includes(field));
    const rows = await tx.query<{ id: string; record: string; tag: string }>({
      text: `select id, ${ident(field.via)} as record, ${ident(field.target)} as tag from ${tableOf(context.workspace, field.object)} where ${ident(field.via)} = any($1::uuid[]) and deleted_at is null`,
      values: [giving.map((item) => item.id)],
    });
    for (const item of giving) {
      const mine = rows.filter((row) => row.record === item.id);
      const has = new Set(mine.map((row) => row.tag));
      const wanted = wantedTags(valueOf(item, field), has);
      for (const tag of wanted)
        if (!has.has(tag))
          operations.push({
            op: "create",
            object: field.object,
            values: { [field.via]: item.id, [field.target]: tag },
          });
      for (const row of mine)
        if (!wanted.has(row.tag)) operations.push({ op: "delete", object: field.object, id: row.id });
    }
  }
  return operations;
}
