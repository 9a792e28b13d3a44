import pg from "pg";
import { type Executor, ident } from "../db/database.ts";
import { valueTypes } from "../db/value-types.ts";

/** One transaction on a connection of its own, in which values are spelled alike everywhere. */
export interface Session {
  readonly client: pg.Client;
  readonly db: Executor;
}
const SETTINGS = {
  timezone: "UTC",
  datestyle: "ISO, YMD",
  intervalstyle: "postgres",
  extra_float_digits: "1",
  bytea_output: "hex",
  client_encoding: "UTF8",
  standard_conforming_strings: "on",
  search_path: "",
  statement_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  // Rows come in the order in which they lie.
  synchronize_seqscans: "off",
  row_security: "off",
  check_function_bodies: "off",
};

/**
 * Runs `work` in one transaction: on a snapshot of this moment (`snapshot`), or writing. Commits when it
 * resolves.
 */
export async function inSession<T>(
  url: string,
  kind: "snapshot" | "writing",
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "sluice-backup",
    types: valueTypes,
    keepAlive: true,
  });
  let lost: Error | undefined;
  client.on("error", (error) => (lost ??= error));
  await client.connect();
  const db: Executor = {
    query: async <R extends object>({ text, values }: { text: string; values?: readonly unknown[] }) =>
      (await client.query<R>(text, values && [...values])).rows,
  };
  try {
    await client.query(kind === "snapshot" ? "begin isolation level repeatable read, read only" : "begin");
    const settings = Object.entries(SETTINGS).map(([name, value]) => `set local ${ident(name)} = '${value}'`);
    await client.query(settings.join("; "));
    const value = await work({ client, db });
    await client.query("commit");
    return value;
  } catch (error) {
    throw lost ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
