import Big from "big.js";

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(亿|億)(元|圆|块)?$/, "100000000"],
  [/(千万)(元|圆|块)?$/, "10000000"],
  [/(百万)(元|圆|块)?$/, "1000000"],
  [/(万|萬|w)(元|圆|块)?$/i, "10000"],
  [/(千)(元|圆|块)?$/, "1000"],
  [/(元|圆|块)$/, "1"],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(hk\$|hkd)|(hkd|港币|港元)$/i, "HKD"],
  [/^(us\$|usd|\$|美元)|(usd|美元)$/i, "USD"],
  [/^(cny|rmb|人民币|¥|￥)|(cny|rmb|人民币)$/i, "CNY"],
  [/^(eur|€)|(eur|€|欧元)$/i, "EUR"],
  [/^(gbp|£)|(gbp|£|英镑)$/i, "GBP"],
  [/^(jpy)|(jpy|日元)$/i, "JPY"],
];

export interface ParsedNumber {
  /** Canonical decimal: "-1234.5". */
  readonly amount: string;
  readonly currency?: string;
  readonly percent?: boolean;
}

/** Digits with optional groups of three or four, point or comma decimals where there is no doubt. */
function plainDigits(text: string): string | null {
  if (/^\d+(\.\d*)?$|^\.\d+$/.test(text)) return text;
  if (/^\d{1,3}([,' ]\d{3})+(\.\d+)?$/.test(text) || /^\d{1,4}(,\d{4})+(\.\d+)?$/.test(text)) return text.replace(/[,' ]/g, "");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return text;
  return null;
}

interface Stripped {
  readonly text: string;
  readonly negative: boolean;
}
function stripSign({ text, negative }: Stripped): Stripped {
  const accounting = /^\((.+)\)$/.exec(text);
  if (accounting) return { text: accounting[1]!.trim(), negative: !negative };
  if (!/^[+-]/.test(text)) return { text, negative };
  return { text: text.slice(1).trim(), negative: text.startsWith("-") ? !negative : negative };
}
/** Takes the first pattern that fits off the text. */
function stripFirst(text: string, patterns: readonly (readonly [RegExp, string])[]): readonly [string, string | undefined] {
  const found = patterns.find(([pattern]) => pattern.test(text));
  return found ? [text.replace(found[0], "").trim(), found[1]] : [text, undefined];
}

/**
 * Reads a number as people write it: "1,234.50", "１２３", "3.5万", "¥1,200", "(500)", "-$5", "12%". Exact; null when it is none.
 * @example parseNumber("¥3.5万元") // { amount: "35000", currency: "CNY" }
 */
export function parseNumber(cell: string): ParsedNumber | null {
  const before = stripSign({ text: cell.normalize("NFKC").trim().replace(/[−–]/g, "-"), negative: false });
  const [bare, currency] = stripFirst(before.text, CURRENCIES);
  const after = bare === before.text ? before : stripSign({ ...before, text: bare });
  const percent = after.text.endsWith("%");
  const [number, factor = "1"] = stripFirst(percent ? after.text.slice(0, -1).trim() : after.text, UNITS);
  const digits = number.length > 60 ? null : plainDigits(number);
  if (digits === null) return null;
  const value = new Big(digits).times(factor).times(after.negative ? -1 : 1);
  return { amount: value.eq(0) ? "0" : value.toFixed(), ...(currency ? { currency } : {}), ...(percent ? { percent } : {}) };
}
