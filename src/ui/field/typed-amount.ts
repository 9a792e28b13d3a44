import Big from "big.js";

/** What an amount may be said in: the characters behind the digits, and what they multiply by. */
const UNITS: Readonly<Record<string, string>> = {
  "": "1",
  元: "1",
  千: "1000",
  k: "1000",
  万: "10000",
  w: "10000",
  萬: "10000",
  百万: "1000000",
  m: "1000000",
  千万: "10000000",
  亿: "100000000",
  億: "100000000",
  b: "1000000000",
  bn: "1000000000",
};
const AMOUNT = /^([+-]?)(?:[¥$€£]|RMB|CNY)?([+-]?)(\d[\d,，]*(?:\.\d+)?|\.\d+)([^\d.,]*)$/i;

/**
 * An amount as people type it, in full: null when nothing is typed, undefined when it cannot be read.
 * @example typedAmount("12.5万") // "125000"; typedAmount("¥1,280") // "1280"; typedAmount("1.2m") // "1200000"
 */
export function typedAmount(text: string): string | null | undefined {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  if (plain === "") return null;
  const [, before = "", behind = "", digits = "", tail = ""] = AMOUNT.exec(plain) ?? [];
  const unit = UNITS[tail.toLowerCase().replace(/(?<=.)元$/, "")];
  if (!digits || unit === undefined || (before && behind)) return undefined;
  const sign = before === "-" || behind === "-" ? "-" : "";
  return new Big(`${sign}${digits.replaceAll(/[,，]/g, "")}`).times(unit).toFixed();
}
