import Big from "big.js";
import type { BaselineFigure, ComparedBaseline } from "../shared/baseline.contract.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";
import type { MovementName } from "../shared/movement.contract.ts";

/** One step of a frozen movement; null where its amount was not told or there was none. */
export interface FrozenStep {
  readonly count: number;
  readonly amount: MoneySum | null;
}

/** @example frozenStep(after, "end") // { count: 12, amount: { amount: "120000", currency: "CNY" } } */
export function frozenStep({ frozen }: Pick<ComparedBaseline, "frozen">, name: MovementName): FrozenStep {
  const amount = valueAt(frozen, `${name}.amount.amount`);
  const currency = valueAt(frozen, `${name}.amount.currency`);
  return {
    count: Number(valueAt(frozen, `${name}.count`) ?? 0),
    amount: amount === undefined || currency === undefined ? null : { amount, currency },
  };
}
const valueAt = (figures: readonly BaselineFigure[], place: string): string | undefined =>
  figures.find(({ name }) => name === place)?.value;

/** By how much the one is more than the other; null where they are in different money or one is not told. */
export const moreBy = (after: MoneySum | null, before: MoneySum | null): MoneySum | null =>
  after && before && after.currency === before.currency
    ? { ...after, amount: new Big(after.amount).minus(before.amount).toFixed() }
    : null;

/** Whether two sums say the same; 12 and 12.00 do. */
export const isSame = (one: MoneySum | null, other: MoneySum | null): boolean =>
  one === null || other === null
    ? one === other
    : one.currency === other.currency && new Big(one.amount).eq(other.amount);
