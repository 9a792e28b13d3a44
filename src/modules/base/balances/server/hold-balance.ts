import Big from "big.js";
import type { Context } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { addHold, endHold } from "./balance-statements.ts";
import type { KindOfBalance } from "./balance-kinds.ts";
import { type Move, moveBalances, type Moved } from "./move-balances.ts";

/** Set aside for a while. */
export interface Hold extends Omit<Move, "once" | "at" | "cause"> {
  /** Chosen by the caller, a UUID: the same again is refused by the database. */
  readonly id: string;
  /** From then on it comes back as soon as somebody needs it. */
  readonly until: string;
}

/** Takes it, and remembers that it may come back. */
export async function holdBalance(tx: Transaction, context: Context, hold: Hold): Promise<Moved> {
  const done = await moveBalances(tx, context, [{ ...hold, cause: "held" }]);
  if (done.moved)
    await tx.query(
      addHold(context.workspace, hold.id, { kind: hold.kind.name, key: hold.key }, hold.amount, hold.until),
    );
  return done;
}

/**
 * Ends a hold: `used` of it stays taken (all unless said), the rest comes back. False: it has ended before, or
 * its time was over and what it held went back.
 */
export async function settleHold(
  tx: Transaction,
  context: Context,
  { kind, id, used }: { readonly kind: KindOfBalance; readonly id: string; readonly used?: string },
): Promise<boolean> {
  const [held] = await tx.query(endHold(context.workspace, id));
  if (held?.kind !== kind.name) {
    if (held) throw new Error(`the hold ${id} is of ${held.kind}, not of ${kind.name}`);
    return false;
  }
  const rest = new Big(used ?? held.amount).minus(held.amount);
  if (rest.eq(0)) return true;
  const moves = [{ kind, key: held.key, amount: rest.toFixed(), cause: "settled" }];
  const { moved } = await moveBalances(tx, context, moves);
  if (!moved) throw new Error(`more of the hold ${id} is used than it held`);
  return true;
}

/** All of it comes back. */
export const releaseHold = (
  tx: Transaction,
  context: Context,
  of: { readonly kind: KindOfBalance; readonly id: string },
): Promise<boolean> => settleHold(tx, context, { ...of, used: "0" });
