import type { Answering } from "./columns.ts";

/** A row as the server sends it: the text of each column. */
export type RowTexts = readonly (string | null)[];
export interface ColumnOf {
  readonly name: string;
  /** Its type's oid. */
  readonly type: number;
}
/** Told the columns, gives what makes a row of its texts. */
export type RowShape = (columns: readonly ColumnOf[]) => (texts: RowTexts) => object;

/** One SQL statement. Name only primary-key statements (a named list can get a bad generic plan). */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** The types (oid) of values that the text does not name; 0 for the others. */
  readonly types?: readonly number[];
  readonly name?: string;
  /**
   * It only reads, and finds one row at most: two such asked together can be one (`turn`), if the first says
   * what stands between its values.
   */
  readonly findsOne?: boolean;
  /** The text between the places of its values (`Sql`). */
  readonly between?: readonly string[];
  /** Makes the rows where they are not wanted as objects of values. Not for statements that find one. */
  readonly shape?: RowShape;
}

/**
 * Runs statements. Values come back as: bigint → number, numeric → string, date → "YYYY-MM-DD",
 * timestamptz → "YYYY-MM-DDTHH:MM:SS.ffffffZ" (UTC, microseconds kept), json → parsed, arrays → arrays, bytea
 * → Buffer. Throws the driver's error (with SQLSTATE in `code`). Of a statement that says what its columns are
 * (`Answering`), the rows have that type.
 */
export interface Executor {
  query<R extends object = Record<string, unknown>>(statement: Statement & Answering<R>): Promise<R[]>;
}

export interface Transaction extends Executor {
  readonly inTransaction: true;
  /**
   * Sends a statement whose answer nobody waits for. It is done in its place among the others; where it
   * fails, so does the transaction, with its error.
   */
  later(statement: Statement): void;
  /** Called once it is committed, never where it is rolled back. Several for one `key` are one. */
  whenCommitted(key: object, tell: () => void): void;
}

/**
 * What a transaction gave, and what was read behind its commit; null where that could not be read, though all
 * is committed.
 */
export interface Committed<T, R> {
  readonly value: T;
  readonly rows: R[] | null;
}

/** Tells once that the caller is gone; an AbortSignal is one. */
export interface Leaving {
  readonly aborted: boolean;
  addEventListener(type: "abort", tell: () => void, options?: { readonly once: true }): void;
  removeEventListener(type: "abort", tell: () => void): void;
}

/** What one request may take of the database. */
export interface Bounds {
  /**
   * Milliseconds for each statement outside a transaction; then it is cancelled and ends in `ReadTooLong`.
   */
  readonly longest: number;
  /** Once the caller is gone, what runs is cancelled and what waits is not begun: `CallerGone`. */
  readonly signal?: Leaving;
  /** Whose it is: nobody gets more than a share of the connections at a time. */
  readonly of?: string;
}

export interface TransactionOptions {
  /** Milliseconds that a statement, or the pause before the next, may take. */
  readonly longer?: number;
  /**
   * Goes to the server in front of the transaction, on its connection and for the same wait. It is none of
   * the transaction's: `answered` is told what becomes of it.
   */
  readonly ahead?: { readonly statement: Statement; readonly answered: (rows: Promise<object[]>) => void };
}

export interface Database extends Executor {
  /** The same database for one request. Transactions keep their own time. */
  bounded(bounds: Bounds): Database;
  /**
   * Commits when `work` resolves, rolls back when it rejects or when the value is `{ok: false}`.
   * statement_timeout and idle timeout keep it under 2 s unless `longer` (ms) says otherwise.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * A transaction, and behind its commit a statement that reads what it has left: commit and reading go to
   * the server together, so they cost one wait. `read` gives undefined where nothing is to be read.
   */
  transactionThenRead<T, R extends object>(
    work: (tx: Transaction) => Promise<T>,
    read: (value: T) => Statement | undefined,
    options?: TransactionOptions,
  ): Promise<Committed<T, R>>;
  /**
   * This database for one turn of the event loop: statements asked of it until then go to the server
   * together. Of two that each find one row at most, the second is looked for only where the first is found.
   */
  turn(): Database;
  /** A dedicated connection that LISTENs; returns how to stop. Reconnects by itself. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Quotes an identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;
