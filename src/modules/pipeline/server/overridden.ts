import type { Transaction } from "../../../platform/db/database.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";

/** What the gate of a record would have refused, had it not been overridden: told by the guard to the ledger of the same transaction. */
const passed = new WeakMap<Transaction, Map<string, readonly Reason[]>>();

export function rememberOverride(tx: Transaction, record: string, unmet: readonly Reason[]): void {
  const known = passed.get(tx) ?? new Map<string, readonly Reason[]>();
  passed.set(tx, known.set(record, unmet));
}
/** Given once: a second move in the same transaction starts anew. */
export function takeOverride(tx: Transaction, record: string): readonly Reason[] {
  const unmet = passed.get(tx)?.get(record) ?? [];
  passed.get(tx)?.delete(record);
  return unmet;
}
