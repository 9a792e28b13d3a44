import {
  type Context,
  type Row,
  answering,
  columnsOf,
  command,
  entriesOf,
  historyOf,
  searchFields,
  statement,
  tableOf,
  tablesOf,
  valuesOf,
} from "../../../../engine/public.ts";
import { text, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { ident, type Transaction } from "../../../../platform/db/database.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { storedOf } from "./digest.ts";
import { CHANGE_ROW, changeColumns, changeRow, type ChangeRow } from "./log-rows.ts";

export interface ErasedValues {
  readonly rows: number;
  readonly versions: number;
  readonly changes: number;
}

/**
 * Empties fields of records wherever they are kept: the live row, all versions, the log, what they are found
 * by.
 */
export async function eraseValues(
  tx: Transaction,
  context: Context,
  {
    object,
    ids,
    fields,
    erasure,
  }: { object: CatalogObject; ids: readonly string[]; fields: readonly string[]; erasure: string },
): Promise<ErasedValues> {
  const { workspace } = context;
  if (fields.length === 0 || ids.length === 0) return { rows: 0, versions: 0, changes: 0 };
  const columns = fields
    .flatMap((name) => (object.byName[name] ? columnsOf(object.byName[name]) : []))
    .map(({ name }) => name);
  const empty = async (table: Sql, names: readonly string[]): Promise<number> => {
    if (names.length === 0) return 0;
    const set = spelled(names.map((name) => `${ident(name)} = null`).join(", "));
    const isFilled = spelled(names.map((name) => `${ident(name)} is not null`).join(" or "));
    const emptied = sql`update ${table} set ${set} where id = any(${ids}::uuid[]) and (${isFilled}) returning id`;
    return (await tx.query(answering({ id: uuid }, emptied))).length;
  };
  const { record, history } = tablesOf(workspace);
  const [live, past] = [tableOf(workspace, object.name), historyOf(workspace, object.name)];
  const rows = await empty(record(object.name), [
    ...columns,
    ...(await furtherColumns(tx, context, live, fields)),
  ]);
  const versions = await empty(history(object.name), [
    ...columns,
    ...(await furtherColumns(tx, context, past, fields)),
  ]);
  const changes = await eraseChanges(tx, context, {
    object: object.name,
    ids,
    fields: new Set(fields),
    erasure,
  });
  await findAnew(tx, context, object, ids);
  return { rows, versions, changes };
}

export const formerNames = statement(
  { name: text },
  (_, table: string, fields: readonly string[]) =>
    sql`select attname::text as name from pg_attribute where attrelid = ${table}::text::regclass and attnum > 0 and not attisdropped and ((split_part(attname, '__was_', 1) = any(${fields}::text[]) and attname like '%\\_\\_was\\_%') or (split_part(attname, '__order', 1) = any(${fields}::text[]) and attname like '%\\_\\_order'))`,
);

/**
 * Where a table keeps more of a field: what it held before its kind was changed, and what a name is, or was
 * once, sorted by.
 */
async function furtherColumns(
  tx: Transaction,
  { workspace }: Context,
  table: string,
  fields: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query(formerNames(workspace, table, fields));
  return rows.map(({ name }) => name);
}

const isOf = (object: string, ids: readonly string[]): Sql =>
  sql`object = ${object} and record = any(${ids}::uuid[])`;
export const saltChanges = command(
  ({ system }, object: string, ids: readonly string[]) =>
    sql`update ${system("changes")} set salt = gen_random_uuid() where ${isOf(object, ids)} and salt is null and kept is null`,
);
export const changesOf = statement(
  changeColumns,
  ({ system }, object: string, ids: readonly string[]) =>
    sql`select ${CHANGE_ROW} from ${system("changes")} where ${isOf(object, ids)} order by seq for update`,
);
export const emptyChanges = command(
  ({ system }, changes: string) =>
    sql`update ${system("changes")} c set before = x.before, after = x.after, note = x.note, kept = x.kept, salt = null
      from jsonb_to_recordset(${changes}::jsonb) as x(seq bigint, at timestamptz, before jsonb, after jsonb, note jsonb, kept jsonb) where c.seq = x.seq and c.at = x.at`,
);

async function eraseChanges(
  tx: Transaction,
  { workspace }: Context,
  {
    object,
    ids,
    fields,
    erasure,
  }: { object: string; ids: readonly string[]; fields: ReadonlySet<string>; erasure: string },
): Promise<number> {
  await tx.query(saltChanges(workspace, object, ids));
  const rows = await tx.query(changesOf(workspace, object, ids));
  const emptied = rows.flatMap((row) => {
    const taken = pathsOf(row, fields);
    if (taken.size === 0) return [];
    const kept = storedOf(changeRow(row), taken, erasure);
    return [
      {
        seq: row.seq,
        at: row.at,
        before: without(row.before, fields),
        after: without(row.after, fields),
        note: withoutPast(row.note, fields),
        kept,
      },
    ];
  });
  if (emptied.length === 0) return 0;
  await tx.query(emptyChanges(workspace, JSON.stringify(emptied)));
  return emptied.length;
}

/** Where the row holds something of these fields. */
function pathsOf(row: ChangeRow, fields: ReadonlySet<string>): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const [path, value] of changeRow(row).values) {
    const name = /^(?:before|after|past\.\d+)\.(.+)$/.exec(path)?.[1];
    if (name !== undefined && fields.has(name) && value !== null) taken.add(path);
  }
  return taken;
}
const without = (values: Values, fields: ReadonlySet<string>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fields.has(name) ? null : value]));
function withoutPast(note: Values | null, fields: ReadonlySet<string>): Values | null {
  const past = note?.["past"];
  if (!note || !Array.isArray(past)) return note;
  const isState = (state: WireValue): state is { readonly values: Values } =>
    state !== null && typeof state === "object" && "values" in state;
  return {
    ...note,
    past: past.map((state: WireValue) =>
      isState(state) ? { ...state, values: without(state.values, fields) } : state,
    ),
  };
}

export const dropSearchEntries = command(
  ({ system }, object: string, ids: readonly string[]) =>
    sql`delete from ${system("search_entry")} where object = ${object} and id = any(${ids}::uuid[])`,
);
export const addSearchEntries = command(
  ({ system }, object: string, entries: string) =>
    sql`insert into ${system("search_entry")} (object, id, class, tokens) select ${object}, id, class, tokens from json_to_recordset(${entries}::json) as r(id uuid, class text, tokens text[])`,
);

/** What is left of the records is what they are found by. */
async function findAnew(
  tx: Transaction,
  { workspace }: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<void> {
  await tx.query(dropSearchEntries(workspace, object.name, ids));
  if (object.internal) return;
  const rows = await tx.query<Row & { readonly id: string }>({
    text: `select * from ${tableOf(workspace, object.name)} where id = any($1::uuid[]) and deleted_at is null`,
    values: [ids],
  });
  const entries = rows.flatMap((row) =>
    entriesOf(object, searchFields(object), row.id, valuesOf(object, row)),
  );
  if (entries.length === 0) return;
  await tx.query(addSearchEntries(workspace, object.name, JSON.stringify(entries)));
}
