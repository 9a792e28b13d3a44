import { randomBytes } from "node:crypto";
import { connectDatabase } from "../platform/db/connect.ts";
import { type Database, ident } from "../platform/db/database.ts";
import { holdToColumns } from "./hold-to-columns.ts";

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** Closes `db` and removes the database. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Names a database that `prepare` fills once per run; each caller gets a clone of it. */
  readonly template?: string;
  readonly prepare?: (db: Database, url: string) => Promise<void>;
}

/** A busy machine is no fault of what is tested: a transaction may take longer than it may for people. */
const LONGEST_MS = 30_000;

/**
 * An empty database, or a clone of a prepared one. Needs vitest's global setup (src/testing/global-setup.ts).
 */
export async function testDatabase({ template, prepare }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = serverUrl();
  const admin = connectDatabase(server, { max: 1, applicationName: "sluice-test" });
  try {
    const source =
      template && prepare ? await preparedTemplate(admin, server, template, prepare) : "template0";
    const name = `${prefix()}${randomBytes(6).toString("hex")}`;
    await create(admin, name, source);
    const url = urlOf(server, name);
    const db = connectDatabase(url, {
      max: 8,
      longest: LONGEST_MS,
      applicationName: "sluice-test",
      answered: holdToColumns,
    });
    return { url, db, drop: () => drop(server, name, db) };
  } finally {
    await admin.close();
  }
}

/**
 * Where the global setup says which server it has started, for the version of PostgreSQL that a project of
 * tests asks for.
 */
export const serverVariable = (wanted: string | undefined): string =>
  wanted ? `SLUICE_TEST_SERVER_${wanted}` : "SLUICE_TEST_SERVER";

export function serverUrl(): string {
  const url = process.env[serverVariable(process.env["SLUICE_TEST_POSTGRES"])];
  if (!url) throw new Error("No test server: run through vitest, whose global setup starts one");
  return url;
}

const prefix = (): string => `sluice_test_${process.env["SLUICE_TEST_RUN"] ?? "x"}_`;

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Copying the files costs a third of writing all pages into the log of writes, where nothing is synced. */
const create = (admin: Database, name: string, source: string): Promise<unknown> =>
  admin.query({ text: `create database ${ident(name)} template ${ident(source)} strategy file_copy` });

/**
 * Built under a lock and renamed when whole, so that other threads wait for it and a failed one is never
 * cloned.
 */
async function preparedTemplate(
  admin: Database,
  server: string,
  template: string,
  prepare: NonNullable<TestDatabaseOptions["prepare"]>,
): Promise<string> {
  const name = `${prefix()}t_${template}`;
  const lock = { text: "select pg_advisory_lock(hashtextextended($1, 0))", values: [name] };
  await admin.query(lock);
  try {
    const [found] = await admin.query({
      text: "select 1 from pg_database where datname = $1",
      values: [name],
    });
    if (found) return name;
    const raw = `${name}_raw`;
    await admin.query({ text: `drop database if exists ${ident(raw)} with (force)` });
    await create(admin, raw, "template0");
    const db = connectDatabase(urlOf(server, raw), {
      max: 4,
      longest: LONGEST_MS,
      applicationName: "sluice-test",
    });
    try {
      await prepare(db, urlOf(server, raw));
    } finally {
      await db.close();
    }
    await admin.query({
      text: "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
      values: [raw],
    });
    await admin.query({ text: `alter database ${ident(raw)} rename to ${ident(name)}` });
    return name;
  } finally {
    await admin.query({ ...lock, text: lock.text.replace("pg_advisory_lock", "pg_advisory_unlock") });
  }
}

async function drop(server: string, name: string, db: Database): Promise<void> {
  await db.close();
  const admin = connectDatabase(server, { max: 1, applicationName: "sluice-test" });
  try {
    await admin.query({ text: `drop database if exists ${ident(name)} with (force)` });
  } finally {
    await admin.close();
  }
}
