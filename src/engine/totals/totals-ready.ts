import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { TotalsShape } from "../schema/totals-shape.ts";

/** By this name the state of derived things keeps by which definition an object's totals were counted. */
export const totalsName = (object: CatalogObject): string => `totals:${object.name}`;
export const totalsDigest = ({ columns, money }: TotalsShape): string =>
  JSON.stringify([1, columns.map((column) => column.name), money?.name ?? null]);

const ready = new WeakMap<Catalog, Set<string>>();

/**
 * Whether the totals were counted under today's definitions; until then the records themselves are asked.
 * Once so, it stays so while definitions do.
 */
export async function areTotalsReady(
  context: Context,
  object: CatalogObject,
  shape: TotalsShape,
): Promise<boolean> {
  const known = ready.get(context.catalog) ?? new Set<string>();
  ready.set(context.catalog, known);
  const place = `${context.workspace.schema} ${object.name}`;
  if (known.has(place)) return true;
  const rows = await context.db.query({
    text: `select 1 from ${systemTable(context.workspace, "derived_state")} where name = $1 and digest = $2`,
    values: [totalsName(object), totalsDigest(shape)],
  });
  if (rows.length > 0) known.add(place);
  return rows.length > 0;
}
