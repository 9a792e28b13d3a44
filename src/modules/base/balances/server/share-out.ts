import Big from "big.js";
import type { SlotAmount } from "./balance-statements.ts";

/**
 * A total in equal parts over the slots of a balance, each with so many decimals at most; what is left over
 * goes to the first.
 * @example shareOut([slot0, slot1, slot2], new Big("10"), 0) // 4, 3, 3
 */
export function shareOut(slots: readonly SlotAmount[], total: Big, decimals: number): SlotAmount[] {
  const part = total.div(slots.length || 1).round(decimals, Big.roundDown);
  return slots.map((slot, at) => ({
    ...slot,
    amount: (at === 0 ? total.minus(part.times(slots.length - 1)) : part).toFixed(),
  }));
}
