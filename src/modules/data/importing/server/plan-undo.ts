import { type Transaction, ident } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/context.ts";
import type { Operation } from "../../../../engine/record/contract.ts";
import { findHanging, type Hanging } from "./find-hanging.ts";
import { groupBy } from "./group-by.ts";
import { restorable } from "../../../../engine/record/rewrite-past.ts";
import { columnsOf, systemTable, tableOf } from "../../../../engine/schema/names.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Kept } from "../shared/run.contract.ts";

/** A record that the import wrote. */
export interface Written {
  readonly object: string;
  readonly record: string;
  readonly row: number | null;
  /** A later row of the same batch wrote it too. */
  readonly again: boolean;
  /** A line of a document: it may have gone with it. */
  readonly isLine?: boolean;
}
export type UndoPlan = { readonly written: Written; readonly title: string | null; readonly kept?: Kept } & (
  | {
      readonly is: "operation";
      readonly operation: Operation;
      readonly along?: Hanging["along"] extends ReadonlyMap<string, infer Along> ? Along : never;
    }
  | { readonly is: "nothing" }
);

interface LogRow {
  readonly seq: number;
  readonly record: string;
  /** The changes that this one took back. */
  readonly took: readonly number[] | null;
  /** It told another past of the record. */
  readonly retells: boolean;
  readonly kind: string;
  readonly before: Readonly<Record<string, WireValue>>;
  readonly after: Readonly<Record<string, WireValue>>;
  /** mine: written by this import. undo: by an earlier batch of its undo. other: by somebody since. */
  readonly by: "mine" | "undo" | "other";
}

/** What to do with each record, from what the log says of the import and of everybody since. */
export async function planUndo(
  tx: Transaction,
  context: Context,
  id: string,
  written: readonly Written[],
): Promise<readonly UndoPlan[]> {
  const records = written.map(({ record }) => record);
  const log = groupBy(await readLog(tx, context, id, records), ({ record }) => record);
  const titles = await readTitles(tx, context, written);
  const { used, along } = await findHanging(tx, context, id, written);
  return written.map((one) => {
    const plan = planOne(
      context,
      one,
      log.get(one.record) ?? [],
      titles.get(one.record),
      used.has(one.record),
    );
    return plan.is === "nothing" ? plan : { ...plan, along: along.get(one.record) ?? [] };
  });
}

async function readLog(
  tx: Transaction,
  context: Context,
  id: string,
  records: readonly string[],
): Promise<LogRow[]> {
  const changes = systemTable(context.workspace, "changes");
  return tx.query<LogRow>({
    text: `with mine as (select record, min(seq) as first from ${changes} where record = any($1::uuid[]) and note -> 'cause' ->> 'object' = 'import' and note -> 'cause' ->> 'id' = $2 group by record)
      select c.seq, c.note -> 'took_back' as took, coalesce(c.note ? 'since', false) as retells, c.record, c.kind, c.before, c.after,
        case when c.note -> 'cause' ->> 'object' = 'import' and c.note -> 'cause' ->> 'id' = $2 then case when c.note -> 'cause' ->> 'note' = 'undo' then 'undo' else 'mine' end else 'other' end as by
      from ${changes} c join mine on mine.record = c.record and c.seq >= mine.first order by c.seq`,
    values: [records, id],
  });
}

/** Titles of those that are still there. */
async function readTitles(
  tx: Transaction,
  context: Context,
  written: readonly Written[],
): Promise<Map<string, string>> {
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

function planOne(
  context: Context,
  written: Written,
  log: readonly LogRow[],
  title: string | undefined,
  isUsed: boolean,
): UndoPlan {
  const base = { written, title: title ?? null };
  const keep = (why: Kept["why"], fields: readonly string[] = []): Kept => ({
    object: written.object,
    id: written.record,
    title: title ?? null,
    row: written.row,
    why,
    fields,
  });
  const object = context.catalog.object(written.object);
  // Lines that this undo has taken back before are in the log of their document, too.
  if (log.some((one) => one.by === "undo" && !isOfLinesAlone(object, one))) return { ...base, is: "nothing" };
  if (title === undefined)
    return { ...base, is: "nothing", ...(written.isLine ? {} : { kept: keep("gone") }) };
  // What the import did to its lines is taken back with them.
  const mine = log.filter((one) => one.by === "mine" && !isOfLinesAlone(object, one));
  if (mine.length === 0) return { ...base, is: "nothing" };
  // What was taken back meanwhile, and the taking back itself, left nothing behind.
  const gone = new Set(log.flatMap(({ seq, took }) => (took ? [seq, ...took] : [])));
  const others = log.filter(
    (one) => one.by === "other" && !gone.has(one.seq) && !isOfLinesAlone(object, one),
  );
  const changedSince = new Set(others.flatMap(({ after }) => Object.keys(after)));
  if (mine.some(({ kind }) => kind === "create")) {
    if (isUsed) return { ...base, is: "nothing", kept: keep("used") };
    if (others.length > 0) return { ...base, is: "nothing", kept: keep("changed", [...changedSince]) };
    return {
      ...base,
      is: "operation",
      operation: { op: "delete", object: written.object, id: written.record, retract: true },
    };
  }
  const isRetold = others.some(({ retells }) => retells);
  return planRestore(object, base, mine, changedSince, keep, isRetold);
}

/**
 * Lines that came or went are no change of the record itself: those that are still there make it one that is
 * used.
 */
const isOfLinesAlone = (object: CatalogObject | undefined, { kind, after }: LogRow): boolean =>
  kind === "update" &&
  Object.keys(after).length > 0 &&
  Object.keys(after).every((name) => object?.byName[name]?.kind === "children");

/** Exact prior values of the fields the import wrote and nobody changed since. */
function planRestore(
  object: CatalogObject | undefined,
  base: Omit<UndoPlan, "is" | "kept"> & { readonly written: Written },
  mine: readonly LogRow[],
  changedSince: ReadonlySet<string>,
  keep: (why: Kept["why"], fields?: readonly string[]) => Kept,
  isRetold: boolean,
): UndoPlan {
  const values: Values = {};
  const seen: Values = {};
  const changed: string[] = [];
  const written = new Set<string>();
  for (const { before, after } of mine) {
    for (const name of Object.keys(after)) {
      const field = object?.byName[name];
      if (field?.kind === "children") continue;
      if (!changedSince.has(name)) written.add(name);
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
  const [first] = mine;
  if (!object || !first || (written.size === 0 && changed.length > 0))
    return { ...base, ...kept, is: "nothing" };
  const takesBack = {
    since: first.seq,
    fields: restorable(object, [...written]),
    changes: mine.map(({ seq }) => seq),
  };
  return {
    ...base,
    ...kept,
    is: "operation",
    operation: {
      op: "update",
      object: object.name,
      id: base.written.record,
      values,
      base: seen,
      ...(isRetold ? {} : { takesBack }),
    },
  };
}
