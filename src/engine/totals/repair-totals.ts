import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import type { Repaired } from "../kernel/mended.ts";
import { deltasOf, tableOf, totalsOf } from "../schema/names.ts";
import { foldTotals } from "./fold-totals.ts";
import { SUMS, totalsKey, totalsShape, type TotalsShape } from "../schema/totals-shape.ts";

const LONGEST_MS = 10 * 60_000;
const EXAMPLES = 5;

/**
 * Compares the kept totals with a full count and adds what differs as one more delta. Both are read by one
 * statement, so writers may go on: what they write meanwhile is in neither, or in both.
 */
export async function repairTotals(
  context: Context,
  object: CatalogObject,
  shape: TotalsShape,
): Promise<Repaired> {
  const text = mendStatement(context, object, shape);
  const [row] = await context.db.transaction(
    (tx) => tx.query<{ checked: number; wrong: number; examples: string[] }>({ text }),
    { longer: LONGEST_MS },
  );
  return {
    what: `totals:${object.name}`,
    checked: row?.checked ?? 0,
    wrong: row?.wrong ?? 0,
    examples: row?.examples ?? [],
  };
}

/**
 * The totals of all objects, counted anew and folded: after rows were put into tables by the database's own
 * means.
 */
export async function countTotals(context: Context): Promise<void> {
  for (const object of context.catalog.objects.values()) {
    const shape = totalsShape(object);
    if (shape) await repairTotals(context, object, shape);
  }
  while (await foldTotals(context));
}

function mendStatement({ workspace }: Context, object: CatalogObject, shape: TotalsShape): string {
  const key = totalsKey(shape).map(ident);
  const sums = SUMS.map(ident);
  const names = [...key, ...sums].join(", ");
  const kept = `select ${names} from ${totalsOf(workspace, object.name)} union all select ${names} from ${deltasOf(workspace, object.name)}`;
  const minus = sums.map((sum) => `-${sum}`).join(", ");
  const differences = `select ${key.join(", ")}, ${sums.map((sum) => `sum(${sum}) as ${sum}`).join(", ")}
    from (select * from counted union all select ${key.join(", ")}, ${minus} from (${kept}) k) d group by ${key.join(", ")} having ${sums.map((sum) => `sum(${sum}) <> 0`).join(" or ")}`;
  return `with counted as materialized (${countedTotals(tableOf(workspace, object.name), shape)}), differing as materialized (${differences}),
    mended as (insert into ${deltasOf(workspace, object.name)} (${names}) select ${names} from differing)
    select (select count(*) from counted) as checked, count(*) as wrong,
      coalesce((array_agg(concat_ws(' ', ${key.map((name) => `${name}::text`).join(", ")})))[1:${EXAMPLES}], '{}') as examples from differing`;
}

/** The totals as the records themselves say, in the order of `totalsKey` and `SUMS`. */
export function countedTotals(table: string, { dimensions, money }: TotalsShape): string {
  const amount = money ? `t.${ident(money.name)}` : "null::numeric";
  const given = money ? ` filter (where ${amount} is not null)` : "";
  const base = money ? `sum(t.${ident(`${money.name}__base`)})${given}` : "0::numeric";
  const currency = money
    ? `case when ${amount} is not null then t.${ident(`${money.name}__currency`)} end`
    : "null::text";
  const columns = [
    ...dimensions.map((field) => `t.${ident(field.name)}`),
    `${currency} as "_currency"`,
    `count(*)::numeric as "_records"`,
    `count(${amount})::numeric as "_given"`,
    `coalesce(sum(${amount}), 0) as "_amount"`,
    `coalesce(${base}, 0) as "_base"`,
  ];
  return `select ${columns.join(", ")} from ${table} t where t."deleted_at" is null group by ${dimensions.map((_, at) => at + 1).join(", ")}, ${dimensions.length + 1}`;
}
