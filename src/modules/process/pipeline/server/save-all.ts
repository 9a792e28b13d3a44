import type { Committed, Statement, Transaction } from "../../../../platform/db/database.ts";
import { retryDeadlock } from "../../../../platform/db/retry-deadlock.ts";
import {
  type Context,
  type Operation,
  type Result,
  type SaveRequest,
  accept,
  duplicateOf,
  saveIn,
} from "../../../../engine/public.ts";

type How = Omit<SaveRequest, "operations" | "mode">;

/**
 * Saves all operations within the transaction or says why not; the caller then rolls it back by answering
 * with the refusal.
 */
export async function saveAll(
  tx: Transaction,
  context: Context,
  how: How,
  operations: readonly Operation[],
): Promise<Result<readonly string[]>> {
  if (operations.length === 0) return accept([]);
  const { results } = await saveIn(tx, context, { ...how, mode: "all", operations });
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) return { ok: false, refusal: refused.refusal };
  return accept(results.flatMap((result) => result.id ?? []));
}

/**
 * A transaction whose refusal rolls it back; a value that another record has meanwhile taken is a refusal,
 * too.
 */
export async function inTransaction<T>(
  context: Context,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  return (await inTransactionThenRead(context, work, () => undefined)).value;
}

/** The same, and behind the commit a statement that reads what it has left. */
export async function inTransactionThenRead<T, R extends object>(
  context: Context,
  work: (tx: Transaction) => Promise<Result<T>>,
  read: () => Statement | undefined,
): Promise<Committed<Result<T>, R>> {
  try {
    return await retryDeadlock(() => context.db.transactionThenRead<Result<T>, R>(work, read));
  } catch (error) {
    const refusal = duplicateOf(context, error);
    if (!refusal) throw error;
    return { value: { ok: false, refusal }, rows: null };
  }
}
