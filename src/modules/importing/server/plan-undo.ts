import { type Transaction, ident } from "../../../platform/db/database.ts";
import type { Context } from "../../../engine/context.ts";
import type { Operation } from "../../../engine/record/contract.ts";
import { columnsOf, systemTable, tableOf } from "../../../engine/schema/names.ts";
import type { CatalogObject, Values, WireValue } from "../../../shared/metadata/object.ts";
import type { Kept } from "../shared/run.contract.ts";

/** A record that the import wrote. */
export interface Written {
  readonly object: string;
  readonly record: string;
  readonly row: number | null;
  /** A later row of the same batch wrote it too. */
  readonly again: boolean;
}
export type UndoPlan = { readonly written: Written; readonly title: string | null; readonly kept?: Kept } & (
  | { readonly is: "operation"; readonly operation: Operation }
  | { readonly is: "nothing" }
);

interface LogRow {
  readonly record: string;
  readonly kind: string;
  readonly before: Readonly<Record<string, WireValue>>;
  readonly after: Readonly<Record<string, WireValue>>;
  /** mine: written by this import. undo: by an earlier batch of its undo. other: by somebody since. */
  readonly by: "mine" | "undo" | "other";
}

/** What to do with each record, from what the log says of the import and of everybody since. */
export async function planUndo(tx: Transaction, context: Context, id: string, written: readonly Written[]): Promise<readonly UndoPlan[]> {
  const records = written.map(({ record }) => record);
  const log = groupBy(await readLog(tx, context, id, records), ({ record }) => record);
  const titles = await readTitles(tx, context, written);
  const used = await findUsed(tx, context, id, written);
  return written.map((one) => planOne(context, one, log.get(one.record) ?? [], titles.get(one.record), used.has(one.record)));
}

async function readLog(tx: Transaction, context: Context, id: string, records: readonly string[]): Promise<LogRow[]> {
  const changes = systemTable(context.workspace, "changes");
  return tx.query<LogRow>({
    text: `with mine as (select record, min(seq) as first from ${changes} where record = any($1::uuid[]) and note -> 'cause' ->> 'object' = 'import' and note -> 'cause' ->> 'id' = $2 group by record)
      select c.record, c.kind, c.before, c.after,
        case when c.note -> 'cause' ->> 'object' = 'import' and c.note -> 'cause' ->> 'id' = $2 then case when c.note -> 'cause' ->> 'note' = 'undo' then 'undo' else 'mine' end else 'other' end as by
      from ${changes} c join mine on mine.record = c.record and c.seq >= mine.first order by c.seq`,
    values: [records, id],
  });
}

/** Titles of those that are still there. */
async function readTitles(tx: Transaction, context: Context, written: readonly Written[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const [name, group] of groupBy(written, ({ object }) => object)) {
    const object = context.catalog.object(name);
    const field = object?.byName[object.title];
    const [column] = field ? columnsOf(field) : [];
    const rows = await tx.query<{ id: string; title: string | null }>({
      text: `select id, ${column ? `${ident(column.name)}::text` : "null"} as title from ${tableOf(context.workspace, name)} where id = any($1::uuid[]) and deleted_at is null`,
      values: [group.map(({ record }) => record)],
    });
    for (const { id, title } of rows) titles.set(id, title ?? "");
  }
  return titles;
}

/** Records that others, not made by this import, refer to. */
async function findUsed(tx: Transaction, context: Context, id: string, written: readonly Written[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const own = `select record from ${systemTable(context.workspace, "import_row")} where import = $2 and outcome = 'created' and record is not null union all select record from ${systemTable(context.workspace, "import_link")} where import = $2`;
  for (const [name, group] of groupBy(written, ({ object }) => object)) {
    for (const link of context.catalog.inbound.get(name) ?? []) {
      const field = context.catalog.object(link.object)?.byName[link.field];
      if (!field || field.computed || field.hidden || link.object === "import") continue;
      const rows = await tx.query<{ target: string }>({
        text: `select distinct ${ident(link.field)} as target from ${tableOf(context.workspace, link.object)} where ${ident(link.field)} = any($1::uuid[]) and deleted_at is null and id not in (${own})`,
        values: [group.map(({ record }) => record), id],
      });
      for (const { target } of rows) used.add(target);
    }
  }
  return used;
}

function planOne(context: Context, written: Written, log: readonly LogRow[], title: string | undefined, isUsed: boolean): UndoPlan {
  const base = { written, title: title ?? null };
  const keep = (why: Kept["why"], fields: readonly string[] = []): Kept => ({
    object: written.object,
    id: written.record,
    title: title ?? null,
    row: written.row,
    why,
    fields,
  });
  if (log.some(({ by }) => by === "undo")) return { ...base, is: "nothing" };
  if (title === undefined) return { ...base, is: "nothing", kept: keep("gone") };
  const mine = log.filter(({ by }) => by === "mine");
  const others = log.filter(({ by, kind }) => by === "other" && kind !== "backfill");
  const changedSince = new Set(others.flatMap(({ after }) => Object.keys(after)));
  if (mine.some(({ kind }) => kind === "create")) {
    if (isUsed) return { ...base, is: "nothing", kept: keep("used") };
    if (others.length > 0) return { ...base, is: "nothing", kept: keep("changed", [...changedSince]) };
    return { ...base, is: "operation", operation: { op: "delete", object: written.object, id: written.record, retract: true } };
  }
  return planRestore(context.catalog.object(written.object), base, mine, changedSince, keep);
}

/** Exact prior values of the fields the import wrote and nobody changed since. */
function planRestore(
  object: CatalogObject | undefined,
  base: Omit<UndoPlan, "is" | "kept"> & { readonly written: Written },
  mine: readonly LogRow[],
  changedSince: ReadonlySet<string>,
  keep: (why: Kept["why"], fields?: readonly string[]) => Kept,
): UndoPlan {
  const values: Values = {};
  const seen: Values = {};
  const changed: string[] = [];
  for (const { before, after } of mine) {
    for (const name of Object.keys(after)) {
      const field = object?.byName[name];
      if (!field || field.computed || field.kind === "formula" || field.kind === "rollup") continue;
      if (changedSince.has(name)) {
        if (!changed.includes(name)) changed.push(name);
        continue;
      }
      if (!(name in values)) values[name] = before[name] ?? null;
      seen[name] = after[name] ?? null;
    }
  }
  const kept = changed.length > 0 ? { kept: keep("changed", changed) } : {};
  if (Object.keys(values).length === 0) return { ...base, ...kept, is: "nothing" };
  return { ...base, ...kept, is: "operation", operation: { op: "update", object: base.written.object, id: base.written.record, values, base: seen } };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
