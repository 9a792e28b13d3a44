import pg from "pg";
import { type Explain, Shares, within } from "./bounded.ts";
import { cancelStatement } from "./cancel-statement.ts";
import type { Bounds, Committed, Database, Statement, Transaction, TransactionOptions } from "./database.ts";
import { joinStatements, partRows } from "./join-statements.ts";
import { queryKept } from "./kept-query.ts";
import { listen } from "./listen.ts";
import type { Spelling } from "./sql.ts";
import { NamedStatements } from "./named-statements.ts";
import { atOnce, gather } from "./send-together.ts";
import { turnOf } from "./turn.ts";
import { valueTypes } from "./value-types.ts";

export interface ConnectOptions {
  /** Connections at most; 10 unless told. */
  readonly max?: number;
  readonly applicationName?: string;
  /** Milliseconds to wait for a connection; 10 s unless told. */
  readonly patience?: number;
  /**
   * Milliseconds that a statement of a transaction, or the pause before its next, may take where the
   * transaction does not say; 2 s unless told.
   */
  readonly longest?: number;
  /**
   * false for poolers that cannot keep prepared statements; true unless `SLUICE_NAMED_STATEMENTS` is "off".
   */
  readonly namedStatements?: boolean;
  /** Told of connections lost while idle; the pool makes new ones by itself. */
  readonly lost?: (error: Error) => void;
  /** Told what each statement was answered, for tests that hold it against what the statement says. */
  readonly answered?: (statement: Statement, rows: readonly object[]) => void;
}

const TRANSACTION_MS = 2000;
/** A page of a list is not worth waking other processes for; a report of years is. */
const SESSION =
  "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set parallel_setup_cost = 20000";

/**
 * Opens a pool of connections to `url` (postgres://…, sockets as `postgres:///name?host=/dir`). Connects on
 * first use.
 */
export function connectDatabase(url: string, options: ConnectOptions = {}): Database {
  const settings = {
    connectionString: url,
    application_name: options.applicationName ?? "sluice",
    types: valueTypes,
    keepAlive: true,
    connectionTimeoutMillis: options.patience ?? 10_000,
  };
  const named = options.namedStatements ?? process.env["SLUICE_NAMED_STATEMENTS"] !== "off";
  const longest = options.longest ?? TRANSACTION_MS;
  const statements = new WeakMap<pg.ClientBase, NamedStatements>();
  const pool = new pg.Pool(poolSettings(settings, options.max ?? 10));
  const stops = new Set<() => Promise<void>>();
  let closing = false;
  pool.on("error", (error) => !closing && options.lost?.(error));

  const ask = async <R extends object>(client: pg.ClientBase, statement: Statement): Promise<R[]> => {
    const { rows } = await run<R>(client, named ? statements : undefined, statement);
    options.answered?.(statement, rows);
    return rows;
  };
  const askTwice = <R extends object>(client: pg.ClientBase, statement: Statement) =>
    twice(() => ask<R>(client, statement));
  const askBoth = async (client: pg.ClientBase, first: Statement & Spelling, second: Statement) => {
    const joined = joinStatements(first, second);
    const [one, other] = partRows(
      await twice(() => run<unknown[]>(client, named ? statements : undefined, joined, "array")),
    );
    options.answered?.(first, one);
    options.answered?.(second, other);
    return [one, other] as const;
  };
  const asking: Asking = { one: askTwice, both: askBoth };
  const whole = readers(asking, (work) => withClient(pool, (client) => work(client, (error) => error)));
  const db: Database = {
    query: whole.query,
    turn: () => whole.turn(db),
    bounded: (bounds) => bounded(bounds),
    transaction: async (work, options) =>
      (await withClient(pool, (client) => inTransaction(client, ask, { longer: longest, ...options }, work)))
        .value,
    transactionThenRead: (work, read, options) =>
      withClient(pool, (client) => inTransaction(client, ask, { longer: longest, ...options }, work, read)),
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
  const bounded = boundedTo(pool, settings, asking, db);
  return db;
}

type Reading = <T>(work: (client: pg.PoolClient, explain: Explain) => Promise<T>) => Promise<T>;

interface Asking {
  readonly one: <R extends object>(client: pg.ClientBase, statement: Statement) => Promise<R[]>;
  readonly both: (
    client: pg.ClientBase,
    first: Statement & Spelling,
    second: Statement,
  ) => Promise<readonly [object[], object[]]>;
}
/** How statements outside transactions are asked over the connections that `read` gives. */
const readers = ({ one, both }: Asking, read: Reading) => ({
  query: <R extends object>(statement: Statement) => read((client) => one<R>(client, statement)),
  turn: (of: Database) =>
    turnOf(of, {
      together: (all) =>
        read((client, explain) =>
          atOnce(client, () =>
            all.map((statement) =>
              one<object>(client, statement).catch((error: unknown) => Promise.reject(explain(error))),
            ),
          ),
        ),
      joined: (first, second) => read((client) => both(client, first, second)),
    }),
});

/** What makes of `db` the database of one request. */
function boundedTo(
  pool: pg.Pool,
  settings: pg.ClientConfig,
  asking: Asking,
  db: Database,
): Database["bounded"] {
  const share = shareOf(pool.options.max);
  const [reads, writes] = [new Shares(share), new Shares(share)];
  return (bounds) => {
    const cancelling: Reading = (work) =>
      withClient(pool, (client) =>
        within(
          bounds,
          (explain) => work(client, explain),
          () => cancelStatement(settings, client),
        ),
      );
    const limited = readers(asking, (work) => inTurn(reads, bounds, () => cancelling(work)));
    const one: Database = {
      ...db,
      query: limited.query,
      turn: () => limited.turn(one),
      transaction: (work, options) => inTurn(writes, bounds, () => db.transaction(work, options)),
      transactionThenRead: (work, read, options) =>
        inTurn(writes, bounds, () => db.transactionThenRead(work, read, options)),
    };
    return one;
  };
}

/** A third of the connections, two at least. */
const shareOf = (max: number): number => Math.max(2, Math.ceil(max / 3));

async function inTurn<T>(shares: Shares, bounds: Bounds, work: () => Promise<T>): Promise<T> {
  const leave = await shares.enter(bounds);
  try {
    return await work();
  } finally {
    leave();
  }
}

/**
 * `onConnect` and `pipeline` are newer than the driver's types. An hour's life bounds what a connection's
 * prepared statements hold. Statements asked for at once go to the server at once, which does them in that
 * order.
 */
const poolSettings = (
  settings: pg.ClientConfig,
  max: number,
): pg.PoolConfig & { onConnect: typeof prepareSession; pipeline: boolean } => ({
  ...settings,
  pipeline: true,
  max,
  // A timer for each use of a connection costs more than keeping the few that there are.
  idleTimeoutMillis: 0,
  maxLifetimeSeconds: 3600,
  onConnect: prepareSession,
});

async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(SESSION);
}

/** A named statement outlived a change of its table; nothing has run yet, so once more is safe. */
const twice = <T>(ask: () => Promise<T>): Promise<T> =>
  ask().catch((error: unknown) => {
    if (isStalePlan(error)) return ask();
    throw error;
  });

interface Answered<R> {
  readonly fields: readonly pg.FieldDef[];
  readonly rows: R[];
}
async function run<R extends object>(
  client: pg.ClientBase,
  statements: WeakMap<pg.ClientBase, NamedStatements> | undefined,
  statement: Statement,
  rowMode?: "array",
): Promise<Answered<R>> {
  const { text, values, types, shape } = statement;
  if ((shape || types) && (!statement.name || !statements))
    return (await queryKept(client, { text, values, types, rowMode, shape })) as Answered<R>;
  if (!statement.name || !statements)
    return client.query<R>({
      text,
      values: values as unknown[] | undefined,
      ...(rowMode ? { rowMode } : {}),
    });
  const kept = statements.get(client) ?? new NamedStatements();
  statements.set(client, kept);
  try {
    return (await queryKept(
      client,
      { text, values, types, rowMode, shape },
      kept.preparedOf(client, text),
    )) as Answered<R>;
  } catch (error) {
    if (isStalePlan(error)) kept.forget(client, text);
    throw error;
  }
}

const isStalePlan = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  error.code === "0A000" &&
  error.message.startsWith("cached plan");

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
const isAftermath = (error: unknown): boolean =>
  error instanceof Error && /^Client (has encountered a connection error|was closed)/.test(error.message);

/**
 * The connection is in an unknown state and must not go back to the pool. `cause` is what the caller gets.
 */
class RollbackFailed extends Error {}

type Ask = <R extends object>(client: pg.ClientBase, statement: Statement) => Promise<R[]>;

/** What was sent without waiting for its answer, and the first error among it. */
class Sent {
  readonly #all: Promise<unknown>[] = [];
  failure: unknown;
  add(answer: Promise<unknown>): void {
    this.#all.push(answer.catch((error: unknown) => void (this.failure ??= error)));
  }
  answered(): Promise<unknown> {
    return Promise.all(this.#all);
  }
}

/**
 * Beginning, statements sent for later, commit and reading follow one another on the connection; a server
 * that has refused one of them does not commit.
 */
async function inTransaction<T, R extends object>(
  client: pg.ClientBase,
  ask: Ask,
  { longer, ahead }: TransactionOptions & { readonly longer: number },
  work: (tx: Transaction) => Promise<T>,
  read?: (value: T) => Statement | undefined,
): Promise<Committed<T, R>> {
  const ms = Math.ceil(longer);
  const sent = new Sent();
  gather(client);
  if (ahead) ahead.answered(ask(client, ahead.statement));
  sent.add(
    client.query(
      `begin; set local statement_timeout = ${ms}; set local idle_in_transaction_session_timeout = ${ms}`,
    ),
  );
  const telling = new Map<object, () => void>();
  const tx: Transaction = {
    inTransaction: true,
    query: (statement) => (gather(client), ask(client, statement)),
    later: (statement) => (gather(client), sent.add(ask(client, statement))),
    whenCommitted: (key, tell) => void telling.set(key, tell),
  };
  let value: T;
  let reading: Statement | undefined;
  try {
    value = await work(tx);
    reading = isRefusal(value) ? undefined : read?.(value);
  } catch (error) {
    await rollback(client, error);
    throw sent.failure ?? error;
  }
  if (isRefusal(value)) {
    await rollback(client, new Error("rollback failed"));
    if (sent.failure) throw sent.failure;
    return { value, rows: null };
  }
  gather(client);
  const committing = client.query("commit");
  const found = reading ? ask<R>(client, reading).catch(() => null) : null;
  const [{ command }] = await Promise.all([committing, sent.answered()]);
  const rows = await found;
  if (sent.failure) throw sent.failure;
  if (command !== "COMMIT")
    throw new Error("The transaction had failed: an error inside it was caught and not passed on.");
  for (const tell of telling.values()) tell();
  return { value, rows };
}

async function rollback(client: pg.ClientBase, cause: unknown): Promise<void> {
  try {
    await client.query("rollback");
  } catch {
    throw new RollbackFailed("rollback failed", { cause });
  }
}

const isRefusal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "ok" in value && value.ok === false;
