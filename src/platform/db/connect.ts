import pg from "pg";
import type { Database, Statement, Transaction } from "./database.ts";
import { listen } from "./listen.ts";
import { NamedStatements } from "./named-statements.ts";
import { valueTypes } from "./value-types.ts";

export interface ConnectOptions {
  /** Connections at most; 10 unless told. */
  readonly max?: number;
  readonly applicationName?: string;
  /** false for poolers that cannot keep prepared statements; true unless `SLUICE_NAMED_STATEMENTS` is "off". */
  readonly namedStatements?: boolean;
  /** Told of connections lost while idle; the pool makes new ones by itself. */
  readonly lost?: (error: Error) => void;
}

const TRANSACTION_MS = 2000;
const SESSION = "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'";

/** Opens a pool of connections to `url` (postgres://…, sockets as `postgres:///name?host=/dir`). Connects on first use. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Database {
  const settings = {
    connectionString: url,
    application_name: options.applicationName ?? "sluice",
    types: valueTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  };
  const named = options.namedStatements ?? process.env["SLUICE_NAMED_STATEMENTS"] !== "off";
  const statements = new WeakMap<pg.ClientBase, NamedStatements>();
  const pool = new pg.Pool(poolSettings(settings, options.max ?? 10));
  const stops = new Set<() => Promise<void>>();
  let closing = false;
  pool.on("error", (error) => !closing && options.lost?.(error));

  const ask = <R extends object>(client: pg.ClientBase, statement: Statement) => run<R>(client, named ? statements : undefined, statement);
  return {
    async query<R extends object>(statement: Statement): Promise<R[]> {
      return withClient(pool, async (client) => {
        try {
          return await ask<R>(client, statement);
        } catch (error) {
          // A named statement outlived a change of its table; nothing has run yet, so once more is safe.
          if (isStalePlan(error)) return ask<R>(client, statement);
          throw error;
        }
      });
    },
    transaction: (work, { longer } = {}) =>
      withClient(pool, async (client) => {
        const tx: Transaction = { inTransaction: true, query: (statement) => ask(client, statement) };
        return inTransaction(client, longer ?? TRANSACTION_MS, () => work(tx));
      }),
    async listen(channel, heard) {
      const stop = await listen(() => new pg.Client(settings), channel, heard);
      stops.add(stop);
      return () => (stops.delete(stop), stop());
    },
    async close() {
      closing = true;
      await Promise.all([...stops].map((stop) => stop()));
      await pool.end();
    },
  };
}

/**
 * `onConnect` and `pipeline` are newer than the driver's types. An hour's life bounds what a connection's prepared statements hold.
 * Statements asked for at once go to the server at once, which does them in that order.
 */
const poolSettings = (settings: pg.ClientConfig, max: number): pg.PoolConfig & { onConnect: typeof prepareSession; pipeline: boolean } => ({
  ...settings,
  pipeline: true,
  max,
  maxLifetimeSeconds: 3600,
  onConnect: prepareSession,
});

async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(SESSION);
}

async function run<R extends object>(
  client: pg.ClientBase,
  statements: WeakMap<pg.ClientBase, NamedStatements> | undefined,
  statement: Statement,
): Promise<R[]> {
  const values = statement.values as unknown[] | undefined;
  if (!statement.name || !statements) return (await client.query<R>({ text: statement.text, values })).rows;
  const kept = statements.get(client) ?? new NamedStatements();
  statements.set(client, kept);
  try {
    return (await client.query<R>({ text: statement.text, values, name: kept.nameOf(client, statement.text) })).rows;
  } catch (error) {
    if (isStalePlan(error)) kept.forget(client, statement.text);
    throw error;
  }
}

const isStalePlan = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "0A000" && error.message.startsWith("cached plan");

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const breaks = (error: Error): void => void (broken ??= error);
  client.on("error", breaks);
  try {
    return await work(client);
  } catch (error) {
    const cause: unknown = error instanceof RollbackFailed ? error.cause : error;
    const lost = broken;
    if (error instanceof RollbackFailed) broken ??= error;
    throw lost && isAftermath(cause) ? lost : cause;
  } finally {
    client.off("error", breaks);
    client.release(broken);
  }
}

/** Asked of a lost connection, the driver says that it is lost and no longer why. */
const isAftermath = (error: unknown): boolean => error instanceof Error && /^Client (has encountered a connection error|was closed)/.test(error.message);

/** The connection is in an unknown state and must not go back to the pool. `cause` is what the caller gets. */
class RollbackFailed extends Error {}

async function inTransaction<T>(client: pg.ClientBase, limit: number, work: () => Promise<T>): Promise<T> {
  const ms = Math.ceil(limit);
  // Not waited for: what follows is sent behind it, and fails where it fails.
  const begun = client.query(`begin; set local statement_timeout = ${ms}; set local idle_in_transaction_session_timeout = ${ms}`);
  begun.catch(() => undefined);
  let value: T;
  try {
    value = await work();
    await begun;
  } catch (error) {
    await rollback(client, error);
    throw error;
  }
  if (isRefusal(value)) {
    await rollback(client, new Error("rollback failed"));
    return value;
  }
  const { command } = await client.query("commit");
  if (command !== "COMMIT") throw new Error("The transaction had failed: an error inside it was caught and not passed on.");
  return value;
}

async function rollback(client: pg.ClientBase, cause: unknown): Promise<void> {
  try {
    await client.query("rollback");
  } catch {
    throw new RollbackFailed("rollback failed", { cause });
  }
}

const isRefusal = (value: unknown): boolean => typeof value === "object" && value !== null && "ok" in value && value.ok === false;
