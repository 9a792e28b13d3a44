import Big from "big.js";
import type { Money } from "../metadata/object.ts";
import { amountText } from "./minor-units.ts";

/**
 * The amount as kept: at least the decimals of its currency, at most four, half up. Throws on text that is
 * not a decimal.
 */
export const exactAmount = (amount: string | Big, currency: string): string =>
  amountText(new Big(amount).round(4, Big.roundHalfUp).toFixed(), currency);

/**
 * Totals by currency, in the order of first appearance: sums of different currencies are never mixed.
 * @example totals([{ amount: "0.10", currency: "CNY" }, { amount: "0.20", currency: "CNY" }]) // [{ amount: "0.30", currency: "CNY" }]
 */
export function totals(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Big>();
  for (const { amount, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  return [...sums].map(([currency, sum]) => ({ amount: exactAmount(sum, currency), currency }));
}

/** So many times an amount; the factor is a decimal text, e.g. a quantity or what a discount leaves. */
export const times = ({ amount, currency }: Money, factor: string): Money => ({
  amount: exactAmount(new Big(amount).times(factor), currency),
  currency,
});

/** Below zero, zero or above as in a sort. Throws when the currencies differ: that needs a rate. */
export function compareMoney(one: Money, other: Money): number {
  if (one.currency !== other.currency)
    throw new Error(`${one.currency} and ${other.currency} cannot be compared without a rate`);
  return new Big(one.amount).cmp(other.amount);
}
