import { ident, type Database, type Executor } from "../../platform/db/database.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Workspace } from "../kernel/context.ts";
import { planSchema, type Existing, type Plan } from "./plan.ts";

/**
 * Brings the workspace's record tables to what the catalog says. Safe to run in several processes at once and
 * again. Adding a column is quick (no rewrite); an index on a table with rows is made concurrently. With
 * `later` what takes long is left to a job, and the answer says whether there is any of it.
 */
export async function applySchema(
  db: Database,
  workspace: Workspace,
  catalog: Catalog,
  options: { readonly later?: boolean } = {},
): Promise<boolean> {
  const plan = planSchema(workspace, catalog, await readSchema(db, workspace.schema));
  if (plan.tables.length > 0) await withRetries(() => createTables(db, workspace, plan));
  const slow = plan.indexes.length > 0 ? await createQuickly(db, workspace, plan) : [];
  for (const fill of plan.fills) await fillTable(db, fill);
  if (options.later) return slow.length > 0 || plan.retired.length > 0;
  if (slow.length > 0) await createConcurrently(db, workspace, slow);
  if (plan.retired.length > 0) await dropRetired(db, workspace, plan.retired);
  return false;
}

/** The columns and indexes that a schema has now. */
export async function readSchema(db: Executor, schema: string): Promise<Existing> {
  const rows = await db.query<{ table: string; columns: string[] }>({
    text: `select c.relname as "table", array_agg(a.attname::text) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           where c.relnamespace = (select oid from pg_namespace where nspname = $1) and c.relkind in ('r', 'p') group by c.relname`,
    values: [schema],
  });
  const indexes = await db.query<{ name: string }>({
    text: `select c.relname as name from pg_class c join pg_index i on i.indexrelid = c.oid where c.relnamespace = (select oid from pg_namespace where nspname = $1) and i.indisvalid`,
    values: [schema],
  });
  const marks = await db.query<{ table: string; mark: string }>({
    text: `select c.relname as "table", d.description as mark from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
           where c.relnamespace = (select oid from pg_namespace where nspname = $1)`,
    values: [schema],
  });
  return {
    marks: new Map(marks.map((row) => [row.table, row.mark])),
    columns: new Map(rows.map((row) => [row.table, new Set(row.columns)])),
    indexes: new Set(indexes.map((row) => row.name)),
  };
}

async function createTables(db: Database, workspace: Workspace, plan: Plan): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.query({
        text: `select pg_advisory_xact_lock(hashtext($1))`,
        values: [`schema:${workspace.schema}`],
      });
      await tx.query({ text: `set local lock_timeout = '500ms'` });
      for (const text of plan.tables) await tx.query({ text });
    },
    { longer: 60_000 },
  );
}

/**
 * Some rows at a time, while others read and write. Two programs at once do it twice, which changes nothing.
 */
async function fillTable(db: Database, { table, text, mark }: Plan["fills"][number]): Promise<void> {
  let after = FIRST_ID;
  for (;;) {
    const [last] = await db.query<{ id: string }>({ text, values: [after] });
    if (!last) break;
    after = last.id;
  }
  // The planner knows nothing of it yet, and its indexes answer by themselves only once vacuum has been
  // there.
  if (after !== FIRST_ID) await db.query({ text: `vacuum (analyze) ${table}` });
  await db.query({ text: `comment on table ${table} is '${mark}'` });
}
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const spell = (index: Plan["indexes"][number], concurrently: string): string =>
  `create ${index.unique ? "unique " : ""}index ${concurrently} if not exists ${ident(index.name)} on ${index.table} ${index.body}`;

/**
 * One transaction for tables that are empty; gives the indexes of tables with rows, to be built concurrently.
 */
async function createQuickly(db: Database, workspace: Workspace, plan: Plan): Promise<Plan["indexes"]> {
  const filled = new Set<string>();
  for (const table of new Set(plan.indexes.map((index) => index.table))) {
    const [row] = await db.query<{ some: boolean }>({ text: `select exists (select from ${table}) as some` });
    if (row?.some) filled.add(table);
  }
  const quick = plan.indexes.filter((index) => !filled.has(index.table));
  if (quick.length > 0) {
    await db.transaction(
      async (tx) => {
        await tx.query({
          text: `select pg_advisory_xact_lock(hashtext($1))`,
          values: [`schema:${workspace.schema}`],
        });
        for (const index of quick) await tx.query({ text: spell(index, "") });
      },
      { longer: 60_000 },
    );
  }
  return plan.indexes.filter((one) => filled.has(one.table));
}

/**
 * Two programs that start at once build one after the other: a half-made index looks like one that a crash
 * left. The lock is held by an idle transaction and asked for again and again, as a concurrent build waits
 * for every statement under way.
 */
async function createConcurrently(
  db: Database,
  workspace: Workspace,
  indexes: Plan["indexes"],
): Promise<void> {
  await db.transaction(
    async (tx) => {
      await lockPatiently(tx, workspace);
      const { indexes: made } = await readSchema(db, workspace.schema);
      for (const index of indexes.filter(({ name }) => !made.has(name))) {
        await db.query({
          text: `drop index concurrently if exists ${ident(workspace.schema)}.${ident(index.name)}`,
        });
        await db.query({ text: spell(index, "concurrently") });
      }
    },
    { longer: LONGEST_BUILD_MS },
  );
}
/** After those that took their place were built. */
async function dropRetired(db: Database, workspace: Workspace, retired: readonly string[]): Promise<void> {
  await db.transaction(
    async (tx) => {
      await lockPatiently(tx, workspace);
      for (const name of retired)
        await db.query({
          text: `drop index concurrently if exists ${ident(workspace.schema)}.${ident(name)}`,
        });
    },
    { longer: LONGEST_BUILD_MS },
  );
}
const LONGEST_BUILD_MS = 6 * 60 * 60_000;

/**
 * No parameters: a statement that has some keeps its snapshot until the next one, and concurrent builds wait
 * for snapshots.
 */
async function lockPatiently(tx: Executor, { schema }: Workspace): Promise<void> {
  for (;;) {
    const [row] = await tx.query<{ mine: boolean }>({
      text: `select pg_try_advisory_xact_lock(hashtext('indexes:${schema}')) as mine`,
    });
    if (row?.mine) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
export async function withRetries(work: () => Promise<void>, attempts = 20): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLocked = error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE;
      if (!isLocked || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}
