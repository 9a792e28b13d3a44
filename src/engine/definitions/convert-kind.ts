import type { Conversion } from "../../shared/wire/fields.contract.ts";
import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Field, FieldDefinition } from "../../shared/metadata/field.ts";
import { saveIn } from "../record/save.ts";
import { elevate } from "../kernel/elevate.ts";
import { roadIn } from "../kernel/road-in.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Refusal, type Result } from "../kernel/refusal.ts";
import { columnsOf, historyOf, tableOf } from "../schema/names.ts";
import { applySchema, withRetries } from "../schema/apply.ts";
import { sqlType } from "../schema/plan.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { updateField } from "./definition-records.ts";
import { conversionOf } from "./convert-sql.ts";

export interface KindChange {
  readonly object: string;
  readonly field: string;
  /** The record of the definition. */
  readonly id: string;
  readonly before: FieldDefinition;
  readonly after: FieldDefinition;
}
const convert = (context: Context, { field, before, after }: KindChange): string | undefined =>
  conversionOf(`t.${ident(field)}`, before, after, context.company.zone);

/**
 * What would become of the values there are: how many have no value of the other kind, with examples of those
 * first.
 */
export async function previewKind(context: Context, change: KindChange): Promise<Conversion | null> {
  const sql = convert(context, change);
  if (sql === undefined) return null;
  const table = tableOf(context.workspace, change.object);
  const held = `t.${ident(change.field)}`;
  const [counts] = await context.db.query<{ total: number; failing: number }>({
    text: `select count(*)::int as total, (count(*) filter (where (${sql}) is null))::int as failing from ${table} t where ${held} is not null`,
  });
  const examples = await context.db.query<{ record: string; before: string; after: string | null }>({
    text: `select t.id as record, left(${held}::text, 80) as before, left((${sql})::text, 80) as after from ${table} t where ${held} is not null order by ((${sql}) is null) desc, t.id limit 8`,
  });
  return { total: counts?.total ?? 0, failing: counts?.failing ?? 0, examples };
}

const BATCH = 5000;
/**
 * A new column beside the old one, filled some rows at a time while others read and write; then, under a
 * short lock, what was written meanwhile is filled, the new column takes the name of the old one, and the
 * definition says so in the same transaction. Past versions keep the old values in a column of their own. May
 * be cut short anywhere and begun again.
 */
export async function convertKind(
  context: Context,
  change: KindChange,
  candidate: Catalog,
): Promise<Result<true>> {
  const sql = convert(context, change);
  const [column] = columnsOf(newField(change));
  if (sql === undefined || !column) return accept(true);
  const { db, workspace } = context;
  const tables = [tableOf(workspace, change.object), historyOf(workspace, change.object)] as const;
  const next = ident(`${change.field}__next`);
  await withRetries(() =>
    db.transaction(async (tx) => {
      await tx.query({ text: `set local lock_timeout = '500ms'` });
      for (const table of tables)
        await tx.query({
          text: `alter table ${table} drop column if exists ${next}, add column ${next} ${sqlType(column)}`,
        });
    }),
  );
  await fill(
    context,
    tables[0],
    "id",
    "uuid",
    "00000000-0000-0000-0000-000000000000",
    next,
    sql,
    change.field,
  );
  await fill(context, tables[1], "hid", "bigint", "0", next, sql, change.field);
  const swapped = await swapWithRetries(context, change, tables, next, sql);
  if (!swapped.ok) return swapped;
  await applySchema(db, workspace, candidate, { later: true });
  return accept(true);
}
const newField = ({ field, after }: KindChange): Field => ({ ...after, name: field });

async function fill(
  { db }: Context,
  table: string,
  key: string,
  type: string,
  first: string,
  next: string,
  sql: string,
  field: string,
): Promise<void> {
  for (let last = first; ;) {
    const [row] = await db.query<{ last: string | null }>({
      text: `with page as (select ${key} from ${table} where ${key} > $1::${type} order by ${key} limit ${BATCH}),
        done as (update ${table} t set ${next} = ${sql} from page where t.${key} = page.${key} and t.${ident(field)} is not null returning 1)
        select (select ${key}::text from page order by ${key} desc limit 1) as last, (select count(*) from done) as n`,
      values: [last],
    });
    if (!row?.last) return;
    last = row.last;
  }
}

async function swapWithRetries(
  context: Context,
  change: KindChange,
  tables: readonly [string, string],
  next: string,
  sql: string,
): Promise<Result<true>> {
  let refusal: Refusal | null = null;
  await withRetries(async () => {
    await context.db.transaction(
      async (tx) => {
        refusal = await swap(tx, context, change, tables, next, sql);
        return { ok: refusal === null };
      },
      { longer: 60_000 },
    );
  });
  return refusal === null ? accept(true) : { ok: false, refusal };
}

async function swap(
  tx: Transaction,
  context: Context,
  change: KindChange,
  tables: readonly [string, string],
  next: string,
  sql: string,
): Promise<Refusal | null> {
  const held = ident(change.field);
  await tx.query({ text: `set local lock_timeout = '500ms'` });
  await tx.query({ text: `lock table ${tables.join(", ")} in access exclusive mode` });
  for (const table of tables)
    await tx.query({
      text: `update ${table} t set ${next} = ${sql} where t.${next} is distinct from ${sql}`,
    });
  for (const name of await indexesOn(tx, tables[1], change.field))
    await tx.query({ text: `drop index if exists ${name}` });
  await tx.query({ text: `alter table ${tables[0]} drop column ${held}` });
  // What a version said before stays readable to whoever needs it, also where it has no value of the new
  // kind.
  const was = ident(`${change.field}__was_${change.before.kind}`);
  await tx.query({ text: `alter table ${tables[1]} drop column if exists ${was}` });
  await tx.query({ text: `alter table ${tables[1]} rename column ${held} to ${was}` });
  for (const table of tables)
    await tx.query({ text: `alter table ${table} rename column ${next} to ${held}` });
  const saved = await saveIn(tx, elevate(context, "definitions are written by their endpoints only"), {
    operations: [updateField(change.id, change.after, false)],
    road: roadIn(context),
    mode: "all",
  });
  const failed = saved.results.find((result) => !result.ok);
  return failed && !failed.ok ? failed.refusal : null;
}

/** Indexes of a table that hold the column: planned again for the new one. */
async function indexesOn(tx: Transaction, table: string, column: string): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `select distinct i.indexrelid::regclass::text as name from pg_index i join pg_attribute a on a.attrelid = i.indexrelid where i.indrelid = $1::regclass and a.attname = $2 and not i.indisprimary`,
    values: [table, column],
  });
  return rows.map(({ name }) => name);
}
