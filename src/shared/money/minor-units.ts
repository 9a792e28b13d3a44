/** Decimals of currencies that do not have two (ISO 4217). */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  ...Object.fromEntries("CLF UYW".split(" ").map((code) => [code, 4])),
};

/** How many decimals amounts of a currency have: a yen has no parts, a Kuwaiti dinar a thousand. */
export const minorUnits = (currency: string): number =>
  Object.hasOwn(DECIMALS, currency) ? (DECIMALS[currency] ?? 2) : 2;

/** How many decimals a decimal text has, zeros at the end left out. */
export const decimalsOf = (amount: string): number =>
  amount.includes(".") ? (amount.replace(/\.?0+$/, "").split(".")[1]?.length ?? 0) : 0;

/**
 * An amount with the decimals of its currency; more where it has more, so that nothing is shown less exact
 * than it is.
 * @example amountText("1000.00", "JPY") // "1000"; amountText("1.2345", "CNY") // "1.2345"; amountText("3", "KWD") // "3.000"
 */
export function amountText(amount: string, currency: string): string {
  const plain = amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
  const [have, want] = [decimalsOf(plain), minorUnits(currency)];
  if (have >= want) return plain;
  return `${plain}${have === 0 ? "." : ""}${"0".repeat(want - have)}`;
}
