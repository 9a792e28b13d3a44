import type { Transaction } from "../../../platform/db/database.ts";
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
