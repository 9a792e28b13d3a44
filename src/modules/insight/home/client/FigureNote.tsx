import { useLanguage } from "../../../../ui/kit/language.tsx";
import { moneyText, shortMoney } from "../../../../ui/kit/money-text.ts";
import type { Figure } from "../shared/home.contract.ts";
import { homeMessages } from "./home.messages.ts";

/** Beside a heading: how many deals, and what they are worth. */
export function FigureNote({ figure: { count, sum } }: { readonly figure: Figure }) {
  const { t, language } = useLanguage();
  if (count === 0) return null;
  if (!sum) return t(homeMessages.dealCount, { count });
  return (
    <span title={moneyText(sum, language)}>
      {t(homeMessages.dealsTotal, { count, amount: shortMoney(sum.amount, sum.currency, language) })}
    </span>
  );
}
