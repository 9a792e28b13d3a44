import Big from "big.js";
import type { Language } from "../../../../shared/i18n/label.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { moneyText, shortMoney } from "../../../../ui/kit/money-text.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";

/** A fraction in percent with one decimal. @example percentText("0.631500521532") // "63.2%" */
export const percentText = (fraction: string | null): string =>
  fraction === null ? "—" : `${new Big(fraction).times(100).toFixed(1)}%`;
export const countText = (count: number): string => groupDigits(String(count));
export const daysText = (days: string | null): string =>
  days === null ? "—" : groupDigits(new Big(days).toFixed(1));
export const sumText = (sum: MoneySum | null, language: Language): string =>
  sum === null ? "—" : shortMoney(sum.amount, sum.currency, language);
/** The whole sum to the cent. */
export const exactText = (sum: MoneySum | null, language: Language): string =>
  sum === null ? "—" : moneyText(sum, language);
