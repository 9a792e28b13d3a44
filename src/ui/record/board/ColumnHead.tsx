import type { WireValue } from "../../../shared/metadata/object.ts";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { useMe } from "../../data/session.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ColumnHead.module.css";

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
        <span className={styles.boardDot} />
        <span className={base.clip} title={name}>
          {name}
        </span>
        <span className={`${base.num} ${base.muted}`}>{totals && groupDigits(textValue(count ?? 0))}</span>
      </h2>
      <div
        className={`${styles.boardSum} ${base.num}`}
        data-part="board-sum"
        title={sum ? moneyText(sum, language) : undefined}
      >
        {sum ? shortMoney(sum.amount, sum.currency, language) : "\u00a0"}
      </div>
    </header>
  );
}
