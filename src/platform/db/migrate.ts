import { buildIndexesAhead, takingOver } from "./build-indexes-ahead.ts";
import { type Database, ident, type Transaction } from "./database.ts";
import type { Migration } from "./migration.ts";

/** A company's schema, and the last migration that it has had. */
export interface WorkspacePlace {
  readonly code: string;
  readonly schema: string;
}
export interface WorkspaceState extends WorkspacePlace {
  readonly version: string;
}

/** Held while the shape of the database is changed. */
export const LOCK = "hashtextextended('sluice.migrate', 0)";
const LOCK_TIMEOUT_MS = 500;
const TRIES = 40;
const LONGEST_MS = 600_000;

/** "main" → schema "w_main". Throws on a code that is not a to z, digits and underscores. */
export function workspacePlace(code: string): WorkspacePlace {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(code)) throw new Error(`Not a workspace code: ${code}`);
  return { code, schema: `w_${code}` };
}

/**
 * Brings the database to these migrations, forward only: first the installation's, then each workspace's
 * (those given are made where missing). Each runs in a transaction of its own under one advisory lock, so
 * several processes may start together. Gives every workspace and its version.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  workspaces: readonly WorkspacePlace[] = [workspacePlace("main")],
): Promise<WorkspaceState[]> {
  const sorted = inOrder(migrations);
  await patiently(db, prepareInstallation);
  const done = await applied(db);
  for (const migration of sorted)
    if (migration.scope === "installation" && !done.has(keyOf("", migration.id)))
      await apply(db, migration, "", ident("sluice"));
  for (const { code, schema } of workspaces) await patiently(db, (tx) => addWorkspace(tx, code, schema));
  for (const { code, schema } of await states(db)) {
    for (const migration of sorted)
      if (migration.scope === "workspace" && !done.has(keyOf(code, migration.id)))
        await apply(db, migration, code, ident(schema));
  }
  return states(db);
}

const keyOf = (workspace: string, id: string): string => `${workspace}/${id}`;

function inOrder(migrations: readonly Migration[]): Migration[] {
  const ids = new Set<string>();
  for (const { id } of migrations) {
    if (ids.has(id)) throw new Error(`Two migrations are called ${id}`);
    ids.add(id);
  }
  return migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const states = (db: Database): Promise<WorkspaceState[]> =>
  db.query<WorkspaceState>({
    text: `select code, schema_name as schema, schema_version as version from sluice.workspace order by code`,
  });

async function applied(db: Database): Promise<Set<string>> {
  const rows = await db.query<{ workspace: string; id: string }>({
    text: "select workspace, id from sluice.migration",
  });
  return new Set(rows.map((row) => keyOf(row.workspace, row.id)));
}

async function prepareInstallation(tx: Transaction): Promise<void> {
  const [found] = await tx.query({ text: "select 1 from pg_namespace where nspname = 'sluice'" });
  if (found) return;
  await tx.query({ text: "create schema sluice" });
  await tx.query({
    text: `create table sluice.workspace (
      code text primary key, schema_name text not null unique, schema_version text not null default '', created_at timestamptz not null default now())`,
  });
  await tx.query({
    text: `create table sluice.migration (
      workspace text not null, id text not null, applied_at timestamptz not null default clock_timestamp(), primary key (workspace, id))`,
  });
}

async function addWorkspace(tx: Transaction, code: string, schema: string): Promise<void> {
  const [found] = await tx.query({ text: "select 1 from sluice.workspace where code = $1", values: [code] });
  if (found) return;
  await tx.query({ text: `create schema if not exists ${ident(schema)}` });
  await tx.query({
    text: "insert into sluice.workspace (code, schema_name) values ($1, $2)",
    values: [code, schema],
  });
}

async function apply(db: Database, migration: Migration, workspace: string, schema: string): Promise<void> {
  const statements = migration.statements(schema);
  await buildIndexesAhead(db, statements);
  await patiently(db, async (tx) => {
    const [done] = await tx.query({
      text: "select 1 from sluice.migration where workspace = $1 and id = $2",
      values: [workspace, migration.id],
    });
    if (done) return;
    for (const text of statements) await tx.query({ text: takingOver(text) });
    await tx.query({
      text: "insert into sluice.migration (workspace, id) values ($1, $2)",
      values: [workspace, migration.id],
    });
    await tx.query({
      text: "update sluice.workspace set schema_version = greatest(schema_version, $2) where code = $1",
      values: [workspace, migration.id],
    });
  });
}

/**
 * A statement waits at most 500 ms for a table's lock, so that it never queues the users' reads behind
 * itself; then all is tried again.
 */
async function patiently(db: Database, step: (tx: Transaction) => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction(
        async (tx) => {
          await tx.query({ text: `select pg_advisory_xact_lock(${LOCK})` });
          await tx.query({ text: `set local lock_timeout = ${LOCK_TIMEOUT_MS}` });
          await step(tx);
        },
        { longer: LONGEST_MS },
      );
    } catch (error) {
      if (tried === TRIES || !isLockTimeout(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * tried, 2000)));
    }
  }
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "55P03";
