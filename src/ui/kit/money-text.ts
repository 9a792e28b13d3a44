import Big from "big.js";
import type { Money } from "../../shared/metadata/object.ts";
import { groupDigits } from "../../shared/money/group-digits.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import type { Language } from "../../shared/i18n/label.ts";

/** In full, in the smaller and in the larger unit of the reader's language. */
export type MoneyUnit = "one" | "wan" | "yi";
/** Chinese counts in ten thousands and hundred millions, English in thousands and millions. */
export const UNIT_FACTOR: Readonly<Record<Language, Readonly<Record<MoneyUnit, string>>>> = {
  "zh-CN": { one: "1", wan: "10000", yi: "100000000" },
  en: { one: "1", wan: "1000", yi: "1000000" },
};
const SYMBOLS: Readonly<Record<string, string>> = {
  CNY: "¥",
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "JP¥",
  HKD: "HK$",
};

/**
 * `¥1,234,567.89` in full, with the decimals of its currency or more where it has more; or `¥123.46 万` in
 * units of ten thousand, in English `¥1,234.57K`.
 * @example moneyText({ amount: "1234567.89", currency: "CNY" }, "zh-CN") // "¥1,234,567.89"
 */
export function moneyText(money: Money, language: Language, unit: MoneyUnit = "one"): string {
  let amount: Big;
  try {
    amount = new Big(money.amount);
  } catch {
    return money.amount;
  }
  const digits = groupDigits(
    unit === "one"
      ? amountText(amount.toFixed(), money.currency)
      : amount.div(UNIT_FACTOR[language][unit]).toFixed(2),
  );
  const symbol = SYMBOLS[money.currency] ?? (money.currency ? `${money.currency} ` : "");
  const signed = digits.startsWith("-") ? `-${symbol}${digits.slice(1)}` : `${symbol}${digits}`;
  return `${signed}${UNIT_NAME[language][unit]}`;
}
const UNIT_NAME: Readonly<Record<Language, Readonly<Record<MoneyUnit, string>>>> = {
  "zh-CN": { one: "", wan: " 万", yi: " 亿" },
  en: { one: "", wan: "K", yi: "M" },
};

/** A short figure for column heads and cards: ¥128.4 万, ¥1.28 亿; in English ¥1.28M. */
export function shortMoney(decimal: string, currency: string, language: Language): string {
  let amount: Big;
  try {
    amount = new Big(decimal);
  } catch {
    return decimal;
  }
  const symbol = SYMBOLS[currency] ?? (currency ? `${currency} ` : "");
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
    return `${symbol}${groupDigits(amount.round(0).eq(amount) ? amount.toFixed(0) : amountText(amount.toFixed(), currency))}`;
  const shown = amount.div(step[0]);
  const digits = groupDigits(
    shown
      .toFixed(shown.abs().gte(1000) ? 0 : shown.abs().gte(100) ? 1 : 2)
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, ""),
  );
  return language === "en" ? `${symbol}${digits}${step[1]}` : `${symbol}${digits} ${step[1]}`;
}
