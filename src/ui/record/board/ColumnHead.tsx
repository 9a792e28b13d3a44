import type { WireValue } from "../../../shared/metadata/object.ts";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { useMe } from "../../data/session.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";

export interface ColumnHeadProps {
  readonly name: string;
  /** Count and sum; null while unknown. */
  readonly totals: readonly WireValue[] | null;
}
/** The name of a stage, how many stand in it and what they are worth together. */
export function ColumnHead({ name, totals }: ColumnHeadProps) {
  const { language } = useLanguage();
  const { company } = useMe();
  const [count, amount = null] = totals ?? [];
  const sum = moneyOf(amount) ?? (amount ? { amount: textValue(amount), currency: company.currency } : null);
  return (
    <header>
      <h2>
        <span className="board-dot" />
        <span className="clip" title={name}>
          {name}
        </span>
        <span className="num muted">{totals && groupDigits(textValue(count ?? 0))}</span>
      </h2>
      <div className="board-sum num" title={sum ? moneyText(sum, language) : undefined}>
        {sum ? shortMoney(sum.amount, sum.currency, language) : "\u00a0"}
      </div>
    </header>
  );
}
