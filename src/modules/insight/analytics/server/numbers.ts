import Big from "big.js";
import { type FoundRow, plainDecimal } from "../../../../engine/public.ts";

/** A share as a fraction with up to 12 decimals; null of nothing. @example ratio(1, 3) // "0.333333333333" */
export const ratio = (part: number | string, whole: number | string): string | null => {
  const divisor = new Big(whole);
  return divisor.eq(0) ? null : plainDecimal(new Big(part).div(divisor).round(12, Big.roundHalfUp).toFixed());
};
export const decimal = (value: unknown): string | null =>
  value === null || value === undefined ? null : plainDecimal(String(value));
export const whole = (value: unknown): number => Number(value ?? 0);
export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Columns of a sum of money (see `moneySum`) over several rows: sums added, currencies spanned. */
export function addUp(rows: readonly FoundRow[], as: string): FoundRow {
  const add = (name: string): string =>
    rows.reduce((sum, row) => sum.plus(String(row[name] ?? 0)), new Big(0)).toFixed();
  const span = (name: string, last: boolean): unknown => {
    const found = rows.flatMap((row) => (typeof row[name] === "string" ? [row[name]] : [])).toSorted();
    return (last ? found.at(-1) : found[0]) ?? null;
  };
  return {
    [as]: add(as),
    [`${as}_base`]: add(`${as}_base`),
    [`${as}_from`]: span(`${as}_from`, false),
    [`${as}_to`]: span(`${as}_to`, true),
  };
}
