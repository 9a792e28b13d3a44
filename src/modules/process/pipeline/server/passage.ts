import type { Transaction } from "../../../../platform/db/database.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

/** What the guard finds about a move that goes through, for the ledger of the same transaction. */
export interface Passage {
  /** What the gate would have refused, had it not been overridden. */
  readonly unmet: readonly Reason[];
  /** Stages that were left out. */
  readonly skipped: readonly string[];
}
const NOTHING: Passage = { unmet: [], skipped: [] };
const found = new WeakMap<Transaction, Map<string, Passage>>();

export function rememberPassage(tx: Transaction, record: string, passage: Passage): void {
  const known = found.get(tx) ?? new Map<string, Passage>();
  found.set(tx, known.set(record, passage));
}
/** Given once: a second move in the same transaction starts anew. */
export function takePassage(tx: Transaction, record: string): Passage {
  const passage = found.get(tx)?.get(record) ?? NOTHING;
  found.get(tx)?.delete(record);
  return passage;
}
