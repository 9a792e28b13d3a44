import { moneyOf } from "../data/values.ts";
import { useLanguage } from "../kit/language.tsx";
import { moneyText } from "../kit/money-text.ts";
import type { CellProps } from "./kind-ui.ts";
import { useMoneyUnit } from "./money-unit.ts";

export function MoneyCell({ value }: CellProps) {
  const { language } = useLanguage();
  const [unit] = useMoneyUnit();
  const money = moneyOf(value);
  if (!money) return null;
  return (
    <span className="clip num" title={unit === "one" ? undefined : moneyText(money, language)}>
      {moneyText(money, language, unit)}
    </span>
  );
}
