import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { deltasOf, totalsOf } from "../schema/names.ts";
import { SUMS, totalsKey, totalsShape, type TotalsShape } from "../schema/totals-shape.ts";

/** So many deltas are folded at once. */
const AT_ONCE = 20_000;

/**
 * Moves the deltas of all objects into their sums; says whether more are waiting. One statement for each
 * object takes them from the one table and adds them to the other: whoever reads both in one statement sees
 * each delta once, and a process that dies in between has moved none.
 */
export async function foldTotals(context: Context): Promise<boolean> {
  let more = false;
  for (const object of context.catalog.objects.values()) {
    const shape = totalsShape(object);
    if (shape && (await foldObject(context, object, shape)) >= AT_ONCE) more = true;
  }
  return more;
}

async function foldObject(
  { db, workspace }: Context,
  object: CatalogObject,
  shape: TotalsShape,
): Promise<number> {
  const deltas = deltasOf(workspace, object.name);
  const key = totalsKey(shape).map(ident).join(", ");
  const sums = SUMS.map(ident);
  const names = [key, ...sums].join(", ");
  const [row] = await db.query<{ folded: number }>({
    text: `with gone as (delete from ${deltas} where ctid = any(array(select ctid from ${deltas} limit ${AT_ONCE} for update skip locked)) returning ${names}),
      moved as (insert into ${totalsOf(workspace, object.name)} as t (${names}) select ${key}, ${sums.map((sum) => `sum(${sum})`).join(", ")} from gone group by ${key} order by ${key}
        on conflict (${key}) do update set ${sums.map((sum) => `${sum} = t.${sum} + excluded.${sum}`).join(", ")})
      select count(*) as folded from gone`,
  });
  return row?.folded ?? 0;
}
