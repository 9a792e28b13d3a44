/** Digits in groups of three; exact, for decimal strings of any length. */
export function groupDigits(decimal: string): string {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  return whole ? `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}` : decimal;
}
