import Big from "big.js";
import type { Money } from "../../../../shared/metadata/object.ts";
import type { HomeDeals, Sum } from "../shared/home.contract.ts";

/** How a figure stands to another one of the same currency. */
export interface Against {
  /** Of the other one, in percent without a sign; null where that was nothing. */
  readonly percent: string | null;
  readonly way: "up" | "down" | "same";
}

/** Null where they cannot be compared: no right to the amounts, or other currencies. */
export function against(now: Sum | null, before: Sum | null): Against | null {
  if (!now || !before) return null;
  const [a, b] = [new Big(now.amount), new Big(before.amount)];
  if (now.currency !== before.currency && !a.eq(0) && !b.eq(0)) return null;
  const way = a.eq(b) ? "same" : a.gt(b) ? "up" : "down";
  const percent = b.eq(0) ? null : a.minus(b).div(b).times(100).abs().toFixed(0);
  return { percent, way };
}

/**
 * What is missing still to what last month brought, once all commits are won, too; negative where it is more.
 * Null where last month brought nothing, or the currencies are not the same.
 */
export function gapOf(deals: Pick<HomeDeals, "won" | "commit" | "won_last_month">): Money | null {
  const [won, commit, last] = [deals.won.sum, deals.commit.sum, deals.won_last_month.sum];
  if (!won || !commit || !last || Number(last.amount) === 0) return null;
  const hasOther = [won, commit].some(
    ({ amount, currency }) => Number(amount) !== 0 && currency !== last.currency,
  );
  if (hasOther) return null;
  const amount = new Big(last.amount).minus(won.amount).minus(commit.amount).toFixed();
  return { amount, currency: last.currency };
}

/** Each one's share of the largest, by worth; by number where amounts are unknown or of several currencies. */
export function sharesOf(figures: readonly { readonly count: number; readonly sum: Sum | null }[]): number[] {
  const [first] = figures;
  const byWorth = figures.every(({ sum }) => sum !== null && sum.currency === first?.sum?.currency);
  const sizes = figures.map(({ count, sum }) => (byWorth && sum ? Number(sum.amount) : count));
  const most = Math.max(...sizes, 0);
  return sizes.map((size) => (most === 0 ? 0 : size / most));
}
