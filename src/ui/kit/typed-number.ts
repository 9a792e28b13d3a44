export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** Digits behind the point; none unless told. */
  readonly decimals?: number;
}
/** What was typed, read as a number: null when empty, `bad` when it is none or lies outside of the limits. */
export type TypedNumber =
  | { readonly value: number | null; readonly bad: false }
  | { readonly value: number | null; readonly bad: true };

/**
 * Full-width digits and grouping commas are read as people mean them; nothing is pulled to a limit or
 * rounded.
 */
export function readTypedNumber(
  text: string,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, decimals = 0 }: NumberLimits,
): TypedNumber {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  if (plain === "") return { value: null, bad: false };
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  const found = /^[+-]?\d{1,15}(?:\.(\d{1,10}))?$/.exec(digits);
  if (!found) return { value: null, bad: true };
  const value = Number(digits);
  return { value, bad: value < min || value > max || (found[1]?.replace(/0+$/, "").length ?? 0) > decimals };
}
