import type { Transaction } from "../../platform/db/database.ts";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import type { Operation } from "../kernel/save-request.ts";
import { type Referrer, referrersOf, refusalFor, type Referring } from "./referrers.ts";

/**
 * What points at records about to be deleted: refused, or further operations (clear, cascade) for the same
 * batch.
 */
export async function checkDeletes(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<Operation[]> {
  const deleting = items.filter((item) => isLive(item) && item.operation.op === "delete");
  const referrers = deleting.length > 0 ? referrersOf(context.catalog, object) : [];
  if (referrers.length === 0) return [];
  const ids = deleting.map((item) => item.id);
  // What goes with this very batch holds nothing back.
  const found = (await findReferring(tx, context, object, referrers, ids)).filter(
    (row) => row.object !== object.name || !ids.includes(row.id ?? ""),
  );
  const operations: Operation[] = [];
  const refused: Referring[] = [];
  const last = await hangingAlone(tx, context, found);
  for (const referrer of referrers) {
    const isHere = (row: Referring) => row.object === referrer.object && row.field === referrer.field;
    const rows = found.filter(isHere);
    // More than one transaction can take along would be left pointing at nothing.
    if (referrer.action === "refuse" || rows.length > MAX_REFERRING) refused.push(...rows);
    else operations.push(...last.filter(isHere).flatMap((row) => followOf(referrer, row)));
  }
  for (const item of deleting) {
    const mine = refused.filter((row) => row.target === item.id);
    if (mine.length > 0) refuseItem(item, refusalFor(context.catalog, object, mine));
  }
  return operations;
}

function followOf({ object, field, action }: Referrer, { id }: Referring): Operation[] {
  if (id === null) return [];
  return action === "cascade"
    ? [{ op: "delete", object, id }]
    : [{ op: "update", object, id, values: { [field]: null } }];
}

const MAX_REFERRING = 1000;
/** Records that are about one of these, first or further, each once and with all that it is about. */
function amongSeveral(from: {
  table: string;
  quoted: string;
  column: string;
  objects: string;
  further: string;
}): string {
  const { table, quoted, column, objects } = from;
  const [ids, theirs] = [ident(from.further), ident(`${from.further}__object`)];
  const rest = `(select array_agg(p.object || ':' || p.id) from (select ${column}, ${objects} union all select * from unnest(${ids}, ${theirs})) p(id, object)
    where not (p.id = any($1::uuid[]) and p.object = $2))`;
  const target = `(select p.id from (select ${column}, ${objects} union all select * from unnest(${ids}, ${theirs})) p(id, object) where p.id = any($1::uuid[]) and p.object = $2 limit 1)`;
  return `(select * from (select ${quoted}, id, ${target} as target, 1 as count, ${rest} as others from ${table}
    where (${column} = any($1::uuid[]) or ${ids} && $1::uuid[]) and deleted_at is null) x where x.target is not null limit ${MAX_REFERRING + 1})`;
}

/**
 * What is about several records goes with the last of them: those that are about a living one, too, stay as
 * they are. One statement more where there are any.
 */
async function hangingAlone(
  tx: Pick<Transaction, "query">,
  context: Context,
  rows: readonly Referring[],
): Promise<readonly Referring[]> {
  const wanted = new Map<string, string[]>();
  for (const key of new Set(rows.flatMap(({ others }) => others ?? []))) {
    const [object = "", id = ""] = key.split(":");
    wanted.set(object, [...(wanted.get(object) ?? []), id]);
  }
  const params = new Params();
  const arms = [...wanted].flatMap(([name, ids]) =>
    context.catalog.object(name)
      ? [
          `select ${params.add(name, "text")} || ':' || id as key from ${tableOf(context.workspace, name)} where id = any(${params.add(ids, "uuid[]")}) and deleted_at is null`,
        ]
      : [],
  );
  if (arms.length === 0) return rows;
  const living = new Set(
    (await tx.query<{ key: string }>(params.statement(arms.join(" union all ")))).map(({ key }) => key),
  );
  return rows.filter(({ others }) => !others?.some((key) => living.has(key)));
}

/** One statement for all that may point there: counted where any refuses, else each record. */
export async function findReferring(
  tx: Pick<Transaction, "query">,
  context: Context,
  object: CatalogObject,
  referrers: readonly Referrer[],
  ids: readonly string[],
): Promise<readonly Referring[]> {
  const arms = referrers.map(({ object: from, field: name, several, counted, further }) => {
    const [column, quoted] = [ident(name), `'${from}'::text as object, '${name}'::text as field`];
    const where = `where ${column} = any($1::uuid[])${several ? ` and ${ident(`${name}__object`)} = $2` : ""} and deleted_at is null`;
    const table = tableOf(context.workspace, from);
    if (further) return amongSeveral({ table, quoted, column, objects: ident(`${name}__object`), further });
    return counted
      ? `(select ${quoted}, null::uuid as id, ${column} as target, count(*)::int as count, null::text[] as others from ${table} ${where} group by ${column})`
      : `(select ${quoted}, id, ${column} as target, 1 as count, null::text[] as others from ${table} ${where} limit ${MAX_REFERRING + 1})`;
  });
  if (arms.length === 0) return [];
  const needsName = referrers.some(({ several }) => several);
  return tx.query<Referring & { [key: string]: unknown }>({
    text: arms.join(" union all "),
    values: needsName ? [ids, object.name] : [ids],
  });
}

/** What went to the recycle bin with the records about to be restored comes back with them (decision 15). */
export async function restoreTogether(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<Operation[]> {
  const restoring = items
    .filter((item) => isLive(item) && item.operation.op === "restore")
    .map((item) => item.id);
  if (restoring.length === 0) return [];
  const changes = systemTable(context.workspace, "changes");
  const operations: Operation[] = [];
  for (const { object: child, field, action, further } of referrersOf(context.catalog, object)) {
    if (action !== "cascade") continue;
    const among = further ? ` or t.${ident(further)} @> array[p.id]` : "";
    // `recorded` is the change that made a version: here the two deletions, which one request made, the
    // parent's first.
    const rows = await tx.query<{ id: string }>({
      text: `select t.id from ${tableOf(context.workspace, child)} t join ${tableOf(context.workspace, object.name)} p on (p.id = t.${ident(field)}${among})
        join ${changes} mine on mine.record = t.id and mine.seq = t.recorded join ${changes} its on its.record = p.id and its.seq = p.recorded
        where p.id = any($1::uuid[]) and t.deleted_at is not null and mine.kind = 'delete' and its.kind = 'delete' and mine.seq > its.seq and mine.request = its.request${further ? byTheLast(changes, field, further) : ""} limit ${MAX_REFERRING}`,
      values: [restoring],
    });
    operations.push(...rows.map(({ id }): Operation => ({ op: "restore", object: child, id })));
  }
  return operations;
}

/** Of several that went in one request, the last one took it along and brings it back. */
function byTheLast(changes: string, field: string, further: string): string {
  const others = `select t.${ident(field)} union all select unnest(t.${ident(further)})`;
  return ` and not exists (select 1 from ${changes} later where later.record in (${others}) and later.kind = 'delete' and later.request = mine.request and later.seq > its.seq and later.seq < mine.seq)`;
}
