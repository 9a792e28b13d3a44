import Big from "big.js";
import { ident, type Transaction } from "../../platform/db/database.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import { holds } from "../../shared/expression/evaluate.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { momentOf } from "../moment.ts";
import { rollupOf } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import { recountRollup } from "./recount-rollup.ts";

type Rollup = FieldOf<"rollup">;
interface Place {
  readonly parent: CatalogObject;
  readonly field: Rollup;
  readonly filter: Expression | null;
}

/** Moves the roll-ups of the written children's parents, in the children's transaction (decision 17): counts and sums by delta, the others recounted. */
export async function moveRollups(tx: Transaction, context: Context, child: CatalogObject, items: readonly Item[]): Promise<void> {
  for (const place of placesOf(context, child)) {
    const isDelta = place.field.fn === "count" || place.field.fn === "sum";
    if (isDelta && (place.filter === null || canJudge(place.filter))) await addDeltas(tx, context, place, items);
    else await recount(tx, context, place, items);
  }
}

function placesOf(context: Context, child: CatalogObject): Place[] {
  const places: Place[] = [];
  for (const parent of context.catalog.objects.values()) {
    for (const field of parent.fields) {
      if (field.kind !== "rollup" || field.hidden || field.object !== child.name) continue;
      const checked = field.filter ? checkExpression(field.filter, { schema: context.catalog, object: child.name, expects: "boolean" }) : null;
      places.push({ parent, field, filter: checked?.ok ? checked.expression : null });
    }
  }
  return places;
}
/** Only conditions on the child's own stored values give the same delta twice. */
const canJudge = (filter: Expression): boolean => filter.references.paths.length === 0 && filter.references.related.length === 0 && !filter.references.volatile;

/** The parent that a child counts for, and how much; null when it does not count. */
function share(context: Context, place: Place, values: Values | null, gone: boolean): { parent: string; amount: Big } | null {
  if (!values || gone) return null;
  const parent = parentId(values[place.field.via], place.parent.name);
  if (!parent) return null;
  if (place.filter && !holds(place.filter, { ...momentOf(context), record: values })) return null;
  return { parent, amount: place.field.fn === "count" ? new Big(1) : numberOf(values[place.field.field ?? ""]) };
}
function parentId(value: WireValue | undefined, object: string): string | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value)) return null;
  const link = value as { object?: string; id?: string };
  return link.object === object ? (link.id ?? null) : null;
}
function numberOf(value: WireValue | undefined): Big {
  if (value === null || value === undefined) return new Big(0);
  if (typeof value === "object" && !Array.isArray(value)) {
    const money = value as { amount?: string; base?: string };
    return new Big(money.base ?? money.amount ?? 0);
  }
  return new Big(String(value));
}

async function addDeltas(tx: Transaction, context: Context, place: Place, items: readonly Item[]): Promise<void> {
  const deltas = new Map<string, Big>();
  const move = (part: { parent: string; amount: Big } | null, sign: 1 | -1) => part && deltas.set(part.parent, (deltas.get(part.parent) ?? new Big(0)).plus(part.amount.times(sign)));
  for (const item of items) {
    move(share(context, place, item.before, item.operation.op === "restore"), -1);
    move(share(context, place, item.after, item.operation.op === "delete"), 1);
  }
  const moved = [...deltas].filter(([, delta]) => !delta.eq(0)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (moved.length === 0) return;
  const column = ident(place.field.name);
  const table = rollupOf(context.workspace, place.parent.name);
  await tx.query({
    text: `insert into ${table} as r (id, ${column}) select id, delta from unnest($1::uuid[], $2::numeric[]) as d(id, delta) order by id
           on conflict (id) do update set ${column} = coalesce(r.${column}, 0) + excluded.${column}`,
    values: [moved.map(([id]) => id), moved.map(([, delta]) => delta.toFixed())],
  });
}

async function recount(tx: Transaction, context: Context, place: Place, items: readonly Item[]): Promise<void> {
  const parents = new Set<string>();
  for (const item of items) for (const values of [item.before, item.after]) {
    const parent = values ? parentId(values[place.field.via], place.parent.name) : null;
    if (parent) parents.add(parent);
  }
  if (parents.size > 0) await recountRollup(tx, context, place.parent, place.field, [...parents].sort());
}
