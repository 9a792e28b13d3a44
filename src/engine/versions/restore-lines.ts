import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { list } from "../query/list.ts";
import { sameValue } from "../values/row-values.ts";
import { storedFields } from "../schema/plan.ts";
import { isRestorable } from "./restorable.ts";

/** What a write may carry at once. */
const MOST_LINES = 1000;

/**
 * The changes of its lines that bring a document back to how it was at `from`, by the field that lists them:
 * lines that were changed get their values, removed ones come back, those added since go. Lists in which
 * nothing differs are left out.
 */
export async function linesToRestore(
  context: Context,
  object: CatalogObject,
  id: string,
  from: string,
  isChosen: (field: Field) => boolean,
): Promise<Record<string, WireValue>> {
  const changes: Record<string, WireValue> = {};
  for (const field of object.fields) {
    if (field.kind !== "children" || field.hidden || !isChosen(field)) continue;
    const change = await changeOf(context, field, id, from);
    if (change) changes[field.name] = change;
  }
  return changes;
}

async function changeOf(
  context: Context,
  field: FieldOf<"children">,
  id: string,
  from: string,
): Promise<Values | null> {
  const child = context.catalog.object(field.object);
  if (!child) return null;
  const then = await linesOf(context, field, id, from);
  const now = new Map((await linesOf(context, field, id)).map((line) => [partOf(anyRecord, line).id, line]));
  const names = storedFields(child)
    .filter((one) => one.name !== field.via && isRestorable(context, child, one))
    .map(({ name }) => name);
  const upsert = then.flatMap((line): Values[] => {
    const { id: own } = partOf(anyRecord, line);
    const present = now.get(own);
    const differing = names.filter((name) => !sameValue(present?.[name], line[name]));
    if (present && differing.length === 0) return [];
    return [{ id: own ?? null, ...Object.fromEntries(differing.map((name) => [name, line[name] ?? null])) }];
  });
  const before = new Set(then.map((line) => partOf(anyRecord, line).id));
  const removed = [...now.keys()].flatMap((key) => (before.has(key) ? [] : [key ?? null]));
  return upsert.length + removed.length === 0 ? null : { upsert, delete: removed };
}

async function linesOf(
  context: Context,
  field: FieldOf<"children">,
  id: string,
  asOf?: string,
): Promise<Values[]> {
  const lines: Values[] = [];
  for (let cursor: string | undefined; lines.length < MOST_LINES;) {
    const filter = `${field.via} == ${JSON.stringify(id)}`;
    const page = await list(context, {
      object: field.object,
      filter,
      limit: 500,
      ...(asOf ? { as_of: asOf } : {}),
      ...(cursor ? { cursor } : {}),
    });
    if (!page.ok) return lines;
    lines.push(...page.value.data);
    if (page.value.page.next === null) return lines;
    cursor = page.value.page.next;
  }
  return lines;
}
