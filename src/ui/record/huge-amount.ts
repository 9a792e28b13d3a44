import Big from "big.js";
import type { Money, Values, WireValue } from "../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../data/objects.ts";
import { isSame, moneyOf } from "../data/values.ts";

/** So many times the largest there is: a slip of the keys is likelier than such a step. */
const TIMES = 100;
/** Smaller amounts spoil no sum that people look at. */
const LEAST = 1_000_000;

export interface TypedAmount {
  readonly field: FieldInfo;
  readonly money: Money;
}
/** The amounts among typed values that are worth a look at the largest one there is. */
export const largeAmounts = (
  object: ObjectInfo,
  values: Values,
  before: Values = {},
): readonly TypedAmount[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = object.byName[name];
    const money = field?.kind === "money" && !isSame(before[name], value) ? moneyOf(value) : null;
    return field && money && isAtLeast(money.amount, LEAST) ? [{ field, money }] : [];
  });

/**
 * How many times larger an amount is than the largest there is, where that is out of all proportion; null
 * where it is not, where there is nothing to compare with, and between currencies.
 */
export function timesLarger(money: Money, largest: WireValue | undefined): string | null {
  const known = moneyOf(largest);
  if (!known || known.currency !== money.currency || !isAtLeast(known.amount, 1)) return null;
  const times = new Big(money.amount).div(known.amount);
  return times.gte(TIMES) ? times.round(0).toFixed() : null;
}
function isAtLeast(amount: string, least: number): boolean {
  try {
    return new Big(amount).gte(least);
  } catch {
    // What is no number is refused where it is saved.
    return false;
  }
}
