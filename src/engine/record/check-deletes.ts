import type { Transaction } from "../../platform/db/database.ts";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import type { Operation } from "./contract.ts";
import { type Referrer, referrersOf, refusalFor, type Referring } from "./referrers.ts";

/** What points at records about to be deleted: refused, or further operations (clear, cascade) for the same batch. */
export async function checkDeletes(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<Operation[]> {
  const deleting = items.filter((item) => isLive(item) && item.operation.op === "delete");
  const referrers = deleting.length > 0 ? referrersOf(context.catalog, object) : [];
  if (referrers.length === 0) return [];
  const ids = deleting.map((item) => item.id);
  // What goes with this very batch holds nothing back.
  const found = (await findReferring(tx, context, object, referrers, ids)).filter((row) => row.object !== object.name || !ids.includes(row.id ?? ""));
  const operations: Operation[] = [];
  const refused: Referring[] = [];
  for (const referrer of referrers) {
    const rows = found.filter((row) => row.object === referrer.object && row.field === referrer.field);
    // More than one transaction can take along would be left pointing at nothing.
    if (referrer.action === "refuse" || rows.length > MAX_REFERRING) refused.push(...rows);
    else operations.push(...rows.flatMap((row) => followOf(referrer, row)));
  }
  for (const item of deleting) {
    const mine = refused.filter((row) => row.target === item.id);
    if (mine.length > 0) refuseItem(item, refusalFor(context.catalog, object, mine));
  }
  return operations;
}

function followOf({ object, field, action }: Referrer, { id }: Referring): Operation[] {
  if (id === null) return [];
  return action === "cascade" ? [{ op: "delete", object, id }] : [{ op: "update", object, id, values: { [field]: null } }];
}

const MAX_REFERRING = 1000;
/** One statement for all that may point there: counted where any refuses, else each record. */
export async function findReferring(
  tx: Pick<Transaction, "query">,
  context: Context,
  object: CatalogObject,
  referrers: readonly Referrer[],
  ids: readonly string[],
): Promise<readonly Referring[]> {
  const arms = referrers.map(({ object: from, field: name, several, counted }) => {
    const [column, quoted] = [ident(name), `'${from}'::text as object, '${name}'::text as field`];
    const where = `where ${column} = any($1::uuid[])${several ? ` and ${ident(`${name}__object`)} = $2` : ""} and deleted_at is null`;
    const table = tableOf(context.workspace, from);
    return counted
      ? `(select ${quoted}, null::uuid as id, ${column} as target, count(*)::int as count from ${table} ${where} group by ${column})`
      : `(select ${quoted}, id, ${column} as target, 1 as count from ${table} ${where} limit ${MAX_REFERRING + 1})`;
  });
  if (arms.length === 0) return [];
  const needsName = referrers.some(({ several }) => several);
  return tx.query<Referring & { [key: string]: unknown }>({ text: arms.join(" union all "), values: needsName ? [ids, object.name] : [ids] });
}

/** What went to the recycle bin with the records about to be restored comes back with them (decision 15). */
export async function restoreTogether(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<Operation[]> {
  const restoring = items.filter((item) => isLive(item) && item.operation.op === "restore").map((item) => item.id);
  if (restoring.length === 0) return [];
  const changes = systemTable(context.workspace, "changes");
  const operations: Operation[] = [];
  for (const { object: child, field, action } of referrersOf(context.catalog, object)) {
    if (action !== "cascade") continue;
    // `recorded` is the change that made a version: here the two deletions, which one request made, the parent's first.
    const rows = await tx.query<{ id: string }>({
      text: `select t.id from ${tableOf(context.workspace, child)} t join ${tableOf(context.workspace, object.name)} p on p.id = t.${ident(field)}
        join ${changes} mine on mine.record = t.id and mine.seq = t.recorded join ${changes} its on its.record = p.id and its.seq = p.recorded
        where p.id = any($1::uuid[]) and t.deleted_at is not null and mine.kind = 'delete' and its.kind = 'delete' and mine.seq > its.seq and mine.request = its.request limit ${MAX_REFERRING}`,
      values: [restoring],
    });
    operations.push(...rows.map(({ id }): Operation => ({ op: "restore", object: child, id })));
  }
  return operations;
}
