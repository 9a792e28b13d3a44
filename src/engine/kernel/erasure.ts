import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "./context.ts";

/** Of whom nothing shall be kept. */
export interface Forgotten {
  readonly object: string;
  readonly id: string;
  /** Their record and what hangs on it, by object. */
  readonly records: ReadonlyMap<string, readonly string[]>;
  /**
   * What only they are called: numbers, addresses, names of some length. Copies elsewhere are known by them.
   */
  readonly words: readonly string[];
}
export interface Forgot {
  /** How many rows were emptied, by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Digests of stored contents that nobody needs any more. */
  readonly contents?: readonly string[];
}
/**
 * How a module empties what it keeps of a person beside records and log, in the transaction of the erasure. It
 * may be called again for a person who is erased already.
 */
export type Eraser = (tx: Transaction, context: Context, person: Forgotten) => Promise<Forgot>;
