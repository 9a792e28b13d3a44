import Big from "big.js";
import { ident, type Transaction } from "../../platform/db/database.ts";
import { holds } from "../../shared/expression/evaluate.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import { momentOf } from "../kernel/moment.ts";
import { rollupOf } from "../schema/names.ts";
import { pointersBy } from "./arrange-links.ts";
import type { Item } from "./batch.ts";
import { rollupProblem } from "../catalog/check-rollups.ts";
import { recomputeRollup } from "./recompute-rollup.ts";
import type { WriteParts, WrittenAlong } from "../kernel/write-parts.ts";

type Rollup = FieldOf<"rollup">;
interface Place {
  readonly parent: CatalogObject;
  readonly field: Rollup;
  readonly filter: Expression | null;
}

/**
 * Moves the roll-ups of the written children's parents by what the children add or take (decision 17): counts
 * and sums. All of one parent object move together in id order, so that two batches never wait for each other
 * crosswise.
 */
export function rollupsAlong(context: Context, child: CatalogObject, items: readonly Item[]): WrittenAlong {
  return (parts) => {
    const places = placesOf(context.catalog, child).filter(isDelta);
    for (const parent of new Set(places.map((place) => place.parent)))
      addDeltas(
        parts,
        context,
        parent,
        places.filter((place) => place.parent === parent),
        items,
      );
  };
}

/** Counts anew the roll-ups of the written children's parents that no delta can move. */
export async function recomputeRollups(
  tx: Transaction,
  context: Context,
  child: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  for (const place of placesOf(context.catalog, child))
    if (!isDelta(place)) await recount(tx, context, place, items);
}
const isDelta = ({ field, filter }: Place): boolean =>
  (field.fn === "count" || field.fn === "sum") && (filter === null || canJudge(filter));

const placesIn = new WeakMap<Catalog, Map<string, readonly Place[]>>();
/** The roll-ups that count records of an object; a catalog does not change. */
function placesOf(catalog: Catalog, child: CatalogObject): readonly Place[] {
  const known = placesIn.get(catalog) ?? new Map<string, readonly Place[]>();
  placesIn.set(catalog, known);
  const found = known.get(child.name) ?? findPlaces(catalog, child);
  known.set(child.name, found);
  return found;
}

function findPlaces(catalog: Catalog, child: CatalogObject): Place[] {
  const places: Place[] = [];
  for (const parent of catalog.objects.values()) {
    for (const field of parent.fields) {
      if (
        field.kind !== "rollup" ||
        field.hidden ||
        field.object !== child.name ||
        rollupProblem(catalog, field)
      )
        continue;
      places.push({
        parent,
        field,
        filter: field.filter ? (expressionOf(catalog, child.name, field.filter) ?? null) : null,
      });
    }
  }
  return places;
}
interface Share {
  /** A child that is about several records counts for each. */
  readonly parents: readonly string[];
  readonly amount: Big;
}
/** Only conditions on the child's own stored values give the same delta twice. */
const canJudge = (filter: Expression): boolean =>
  filter.references.paths.length === 0 &&
  filter.references.related.length === 0 &&
  !filter.references.volatile;

/** The parents that a child counts for, and how much; null when it does not count. */
function share(context: Context, place: Place, values: Values | null, gone: boolean): Share | null {
  if (!values || gone) return null;
  const parents = parentIds(context, place, values);
  if (parents.length === 0) return null;
  if (place.filter && !holds(place.filter, { ...momentOf(context), record: values })) return null;
  return {
    parents,
    amount: place.field.fn === "count" ? new Big(1) : numberOf(values[place.field.field ?? ""]),
  };
}
function parentIds({ catalog }: Context, { field, parent }: Place, values: Values): readonly string[] {
  const child = catalog.object(field.object);
  const via = child?.byName[field.via];
  return child && via
    ? pointersBy(child, via, values).flatMap(({ object, id }) => (object === parent.name ? [id] : []))
    : [];
}
function numberOf(value: WireValue | undefined): Big {
  if (value === null || value === undefined) return new Big(0);
  if (typeof value === "object" && !Array.isArray(value)) {
    const money = value as { amount?: string; base?: string };
    return new Big(money.base ?? money.amount ?? 0);
  }
  return new Big(String(value));
}

function addDeltas(
  parts: WriteParts,
  context: Context,
  parent: CatalogObject,
  places: readonly Place[],
  items: readonly Item[],
): void {
  const moved = new Map<string, Big[]>();
  const move = (at: number, part: Share | null, sign: 1 | -1): void => {
    if (!part) return;
    for (const id of part.parents) {
      const deltas = moved.get(id) ?? places.map(() => ZERO);
      deltas[at] = (deltas[at] ?? ZERO).plus(part.amount.times(sign));
      moved.set(id, deltas);
    }
  };
  places.forEach((place, at) => {
    for (const item of items) {
      if (item.before && !touches(place, item)) continue;
      move(at, share(context, place, item.before, item.operation.op === "restore"), -1);
      move(at, share(context, place, item.after, item.operation.op === "delete"), 1);
    }
  });
  const rows = [...moved].filter(([, deltas]) => deltas.some((delta) => !delta.eq(0)));
  if (rows.length === 0) return;
  const columns = places.map((place) => ident(place.field.name));
  const deltas = places.map((_, at) =>
    parts.param(
      rows.map(([, moves]) => (moves[at] ?? ZERO).toFixed()),
      "numeric[]",
    ),
  );
  parts.push(
    `${ident(`rollup_${parent.name}`)} as (insert into ${rollupOf(context.workspace, parent.name)} as r (id, ${columns.join(", ")})
       select * from unnest(${parts.param(
         rows.map(([id]) => id),
         "uuid[]",
       )}, ${deltas.join(", ")}) as d(id, ${columns.join(", ")}) order by id
       on conflict (id) do update set ${columns.map((column) => `${column} = coalesce(r.${column}, 0) + excluded.${column}`).join(", ")})`,
  );
}
const ZERO = new Big(0);

/** An update that changes nothing that the roll-up reads leaves it as it is. */
function touches({ field, filter }: Place, item: Item): boolean {
  if (item.operation.op !== "update") return true;
  const further = furtherOf(item.object, field.via)?.name;
  return [field.via, further, field.field, ...(filter?.references.fields ?? [])].some(
    (name) => name !== undefined && item.changed.has(name),
  );
}

async function recount(
  tx: Transaction,
  context: Context,
  place: Place,
  items: readonly Item[],
): Promise<void> {
  const parents = new Set<string>();
  for (const item of items)
    for (const values of [item.before, item.after])
      for (const parent of values ? parentIds(context, place, values) : []) parents.add(parent);
  if (parents.size > 0) await recomputeRollup(tx, context, place.parent, place.field, [...parents].sort());
}
