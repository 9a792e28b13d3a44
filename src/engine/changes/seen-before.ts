import { accessPredicate } from "../access/predicate.ts";
import type { Context } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { Params } from "../kernel/params.ts";
import { historyOf } from "../schema/names.ts";

/**
 * Of changes of records that the caller does not see now: the numbers of those before which he could have
 * seen the record, by today's rights on the version that the change superseded. Only of these he is told that
 * they are gone; of others he learns nothing. One statement.
 */
export async function seenBefore(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlySet<number>> {
  const params = new Params();
  const names = new Set(changes.filter(({ kind }) => kind !== "create").map(({ object }) => object));
  const arms = [...names].flatMap((name) => {
    const object = context.catalog.object(name);
    if (!object || object.ledger) return [];
    const mine = changes.filter((change) => change.object === name);
    const asked = JSON.stringify(mine.map(({ seq, record }) => ({ seq, id: record })));
    const may = accessPredicate(context, object, "read", "t", params);
    if (may === "false") return [];
    return [
      `select c.seq from jsonb_to_recordset(${params.add(asked, "jsonb")}) as c(seq bigint, id uuid) cross join lateral (select * from ${historyOf(context.workspace, name)} h` +
        ` where h.id = c.id and h.recorded < c.seq and h.retracted is null order by h.recorded desc limit 1) t where t.deleted_at is null and (${may})`,
    ];
  });
  if (arms.length === 0) return new Set();
  const rows = await context.db.query<{ seq: number }>(params.statement(arms.join(" union all ")));
  return new Set(rows.map(({ seq }) => seq));
}
