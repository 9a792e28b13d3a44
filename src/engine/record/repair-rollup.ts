import { ident } from "../../platform/db/database.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import type { Repaired } from "../kernel/mended.ts";
import { Params } from "../kernel/params.ts";
import { rollupOf, tableOf } from "../schema/names.ts";
import { computedRollup, lockRollups } from "./recompute-rollup.ts";

const PAGE = 500;
const EXAMPLES = 5;
const LONGEST_MS = 20_000;
export const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Compares a roll-up with a full count, page by page of its parents, and puts right what differs. Writers of
 * other parents go on meanwhile.
 * @example await mendRollup(context, account, account.byName.open_amount) // { what: "account.open_amount", checked: 1200, wrong: 0, examples: [] }
 */
export async function repairRollup(
  context: Context,
  parent: CatalogObject,
  field: FieldOf<"rollup">,
): Promise<Repaired> {
  const examples: string[] = [];
  let [checked, wrong] = [0, 0];
  for (let after: string | undefined = FIRST_ID; after !== undefined;) {
    const from: string = after;
    const page = await context.db.query<{ id: string }>({
      text: `select id from ${tableOf(context.workspace, parent.name)} where id > $1 order by id limit ${PAGE}`,
      values: [from],
    });
    const ids = page.map((row) => row.id);
    const found = ids.length > 0 ? await mendPage(context, parent, field, ids) : [];
    checked += ids.length;
    wrong += found.length;
    examples.push(...found.slice(0, EXAMPLES - examples.length));
    after = ids.length < PAGE ? undefined : ids.at(-1);
  }
  return { what: `${parent.name}.${field.name}`, checked, wrong, examples };
}

/** The ids that were wrong. A count or sum never written reads as zero. */
function mendPage(
  context: Context,
  parent: CatalogObject,
  field: FieldOf<"rollup">,
  ids: readonly string[],
): Promise<string[]> {
  const table = rollupOf(context.workspace, parent.name);
  const column = ident(field.name);
  const stored = field.fn === "count" || field.fn === "sum" ? "coalesce(stored, 0)" : "stored";
  const params = new Params();
  const wanted = params.add(ids, "uuid[]");
  const text = `with compared as materialized (select r.id, r.${column} as stored, ${computedRollup(context, parent, field, params)} as counted from ${table} r where r.id = any(${wanted})),
    wrong as (select id, counted from compared where ${stored} is distinct from counted),
    mended as (update ${table} t set ${column} = wrong.counted from wrong where t.id = wrong.id)
    select id from wrong order by id`;
  return context.db.transaction(
    async (tx) => {
      await lockRollups(tx, context, parent, ids);
      const rows = await tx.query<{ id: string }>({ text, values: params.values });
      return rows.map((row) => row.id);
    },
    { longer: LONGEST_MS },
  );
}
