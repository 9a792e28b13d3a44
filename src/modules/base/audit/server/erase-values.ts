import { ident, type Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  type Row,
  columnsOf,
  entriesOf,
  historyOf,
  searchFields,
  systemTable,
  tableOf,
  valuesOf,
} from "../../../../engine/public.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { keepOf } from "./digest.ts";
import { CHANGE_ROW, changeRow, type ChangeRow } from "./log-rows.ts";

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
  const empty = async (table: string, names: readonly string[]): Promise<number> => {
    if (names.length === 0) return 0;
    const set = names.map((name) => `${ident(name)} = null`).join(", ");
    const isFilled = names.map((name) => `${ident(name)} is not null`).join(" or ");
    return (
      await tx.query({
        text: `update ${table} set ${set} where id = any($1::uuid[]) and (${isFilled}) returning 1`,
        values: [ids],
      })
    ).length;
  };
  const rows = await empty(tableOf(workspace, object.name), columns);
  const versions = await empty(historyOf(workspace, object.name), [
    ...columns,
    ...(await formerColumns(tx, context, object.name, fields)),
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

/** Where versions keep what a field held before its kind was changed. */
async function formerColumns(
  tx: Transaction,
  { workspace }: Context,
  object: string,
  fields: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and split_part(attname, '__was_', 1) = any($2::text[]) and attname like '%\\_\\_was\\_%'`,
    values: [historyOf(workspace, object), fields],
  });
  return rows.map(({ name }) => name);
}

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
  const table = systemTable(workspace, "changes");
  const where = `object = $1 and record = any($2::uuid[])`;
  await tx.query({
    text: `update ${table} set salt = gen_random_uuid() where ${where} and salt is null and kept is null`,
    values: [object, ids],
  });
  const rows = await tx.query<ChangeRow>({
    text: `select ${CHANGE_ROW} from ${table} where ${where} order by seq for update`,
    values: [object, ids],
  });
  const emptied = rows.flatMap((row) => {
    const taken = pathsOf(row, fields);
    if (taken.size === 0) return [];
    const kept = keepOf(changeRow(row), taken, erasure);
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
  await tx.query({
    text: `update ${table} c set before = x.before, after = x.after, note = x.note, kept = x.kept, salt = null
      from jsonb_to_recordset($1::jsonb) as x(seq bigint, at timestamptz, before jsonb, after jsonb, note jsonb, kept jsonb) where c.seq = x.seq and c.at = x.at`,
    values: [JSON.stringify(emptied)],
  });
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

/** What is left of the records is what they are found by. */
async function findAnew(
  tx: Transaction,
  { workspace }: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<void> {
  const table = systemTable(workspace, "search_entry");
  await tx.query({
    text: `delete from ${table} where object = $1 and id = any($2::uuid[])`,
    values: [object.name, ids],
  });
  if (object.internal) return;
  const rows = await tx.query<Row & { readonly id: string }>({
    text: `select * from ${tableOf(workspace, object.name)} where id = any($1::uuid[]) and deleted_at is null`,
    values: [ids],
  });
  const entries = rows.flatMap((row) =>
    entriesOf(object, searchFields(object), row.id, valuesOf(object, row)),
  );
  if (entries.length === 0) return;
  await tx.query({
    text: `insert into ${table} (object, id, class, tokens) select $1, id, class, tokens from json_to_recordset($2::json) as r(id uuid, class text, tokens text[])`,
    values: [object.name, JSON.stringify(entries)],
  });
}
