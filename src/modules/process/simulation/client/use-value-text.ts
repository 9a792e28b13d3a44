import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { moneyText, shortMoney } from "../../../../ui/kit/money-text.ts";
import type { ValueText } from "./what-if-answer.ts";

/** An amount in the company's currency, short and in full. */
export function useValueText(): (value: string) => ValueText {
  const { language } = useLanguage();
  const { currency } = useMe().company;
  return (value) => ({
    short: shortMoney(value, currency, language),
    full: moneyText({ amount: value, currency }, language),
  });
}
