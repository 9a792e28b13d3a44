import Big from "big.js";
import type { Money } from "../../shared/metadata/object.ts";
import { groupDigits } from "../../shared/money/group-digits.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import type { Language } from "../../shared/i18n/label.ts";

/** Full, or in the smaller or larger unit of the language: 万 and 亿, K and M. */
export type MoneyUnit = "one" | "wan" | "yi";
const UNITS: Readonly<
  Record<Language, Readonly<Record<MoneyUnit, readonly [factor: string, name: string]>>>
> = {
  "zh-CN": { one: ["1", ""], wan: ["10000", " 万"], yi: ["100000000", " 亿"] },
  en: { one: ["1", ""], wan: ["1000", "K"], yi: ["1000000", "M"] },
};
const SYMBOLS: Readonly<Record<string, string>> = {
  CNY: "¥",
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "JP¥",
  HKD: "HK$",
};

export const symbolOf = (currency: string): string => SYMBOLS[currency] ?? (currency ? `${currency} ` : "");

/**
 * `¥1,234,567.89` in full, with the decimals of its currency or more where it has more, and none where it is
 * a whole number; or `¥123.46 万` in a larger unit.
 * @example moneyText({ amount: "1234567.00", currency: "CNY" }, "zh-CN") // "¥1,234,567"
 */
export function moneyText(money: Money, language: Language, unit: MoneyUnit = "one"): string {
  const amount = bigOf(money.amount);
  if (!amount) return money.amount;
  const [factor, name] = UNITS[language][unit];
  const digits = groupDigits(
    unit !== "one"
      ? amount.div(factor).round(2, Big.roundHalfUp).toFixed()
      : amount.round(0).eq(amount)
        ? amount.toFixed(0)
        : amountText(amount.toFixed(), money.currency),
  );
  return `${withSymbol(digits, money.currency)}${name}`;
}
/** The sign stands in front of the symbol: -¥5. */
function withSymbol(digits: string, currency: string): string {
  const symbol = symbolOf(currency);
  return digits.startsWith("-") ? `-${symbol}${digits.slice(1)}` : `${symbol}${digits}`;
}

/** A short figure for column heads and cards: ¥128.4 万, ¥1.28 亿; in English ¥1.28M. */
export function shortMoney(decimal: string, currency: string, language: Language): string {
  const amount = bigOf(decimal);
  if (!amount) return decimal;
  const steps =
    language === "en"
      ? ([
          ["1e9", "B"],
          ["1e6", "M"],
          ["1e3", "K"],
        ] as const)
      : ([
          ["1e8", "亿"],
          ["1e4", "万"],
        ] as const);
  const step = steps.find(([size]) => amount.abs().gte(size));
  if (!step)
    return withSymbol(
      groupDigits(amount.round(0).eq(amount) ? amount.toFixed(0) : amountText(amount.toFixed(), currency)),
      currency,
    );
  const shown = amount.div(step[0]);
  const digits = groupDigits(
    shown
      .toFixed(shown.abs().gte(1000) ? 0 : shown.abs().gte(100) ? 1 : 2)
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, ""),
  );
  return `${withSymbol(digits, currency)}${language === "en" ? "" : " "}${step[1]}`;
}

function bigOf(decimal: string): Big | null {
  try {
    return new Big(decimal);
  } catch {
    return null;
  }
}
