import type { Transaction } from "../../../../platform/db/database.ts";
import type { Exception } from "../shared/exception.ts";

/** A consent as far as the gate goes: who gave it and when. */
export interface GivenConsent {
  readonly by: string | null;
  readonly at: string;
}
/** What this move of a record was granted beyond what its writer may say by themselves. */
export interface Granted {
  /** By criterion, or by the name of a rule. */
  readonly consents?: ReadonlyMap<string, GivenConsent>;
  /**
   * The program tells this record with its past, and what its gates ask for afterwards: it is not asked now.
   */
  readonly vouched?: true;
  /** By criterion. */
  readonly exceptions?: ReadonlyMap<string, Exception>;
}

/** Told by the endpoint to the hooks of the same transaction: no caller can write it into a record. */
const granted = new WeakMap<Transaction, Map<string, Granted>>();

export function grantTo(tx: Transaction, record: string, more: Granted): void {
  const known = granted.get(tx) ?? new Map<string, Granted>();
  granted.set(tx, known.set(record, { ...known.get(record), ...more }));
}
export const grantedTo = (tx: Transaction, record: string): Granted => granted.get(tx)?.get(record) ?? {};

/**
 * For a story that the program tells as a whole (the demo company): records are told before their documents,
 * so their gates cannot be asked as they are created. Only code of the program can say so, in its own
 * transaction; the story's test asks the gates of all its moves afterwards.
 */
export function vouchFor(tx: Transaction, records: readonly string[]): void {
  for (const record of records) grantTo(tx, record, { vouched: true });
}
