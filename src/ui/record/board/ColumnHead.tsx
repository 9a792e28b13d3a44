import Big from "big.js";
import type { CSSProperties, ReactNode } from "react";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { useMe } from "../../data/session.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { boardMessages } from "./board.messages.ts";
import type { ColumnTotals } from "./use-board-totals.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ColumnHead.module.css";

export interface ColumnHeadProps {
  readonly name: string;
  /** Null while unknown. */
  readonly totals: ColumnTotals | null;
  /** What all columns of its kind hold together. */
  readonly whole?: ColumnTotals | undefined;
  readonly children?: ReactNode;
}
/**
 * The name of a stage, how many stand in it and what they are worth, together and weighed by how likely they
 * are, and as a bar its share of the whole.
 */
export function ColumnHead({ name, totals, whole, children }: ColumnHeadProps) {
  return (
    <header className={styles.head}>
      <h2>
        <span className={base.clip} title={name}>
          {name}
        </span>
        <span className={`${base.num} ${base.muted}`}>{totals && groupDigits(String(totals.count))}</span>
      </h2>
      {children}
      <div className={`${styles.sums} ${base.num} ${base.clip}`}>
        <Sum value={totals?.sum} />
        <Weighted value={totals?.weighted} />
      </div>
      <Share part={totals} whole={whole} />
    </header>
  );
}

/** A sum as the language shortens it; in full in the hint. */
export function Sum({ value }: { readonly value: WireValue | undefined }) {
  const { language } = useLanguage();
  const sum = useMoney(value);
  return (
    <span data-part="board-sum" title={sum ? moneyText(sum, language) : undefined}>
      {sum ? shortMoney(sum.amount, sum.currency, language) : "\u00a0"}
    </span>
  );
}

function Weighted({ value }: { readonly value: WireValue | undefined }) {
  const { t, language } = useLanguage();
  const sum = useMoney(value);
  if (!sum) return null;
  return (
    <span
      className={base.muted}
      data-part="board-weighted"
      title={t(boardMessages.weightedHint, { sum: moneyText(sum, language) })}
    >
      {" · "}
      {t(boardMessages.weighted, { sum: shortMoney(whole(sum.amount), sum.currency, language) })}
    </span>
  );
}
/** What is likely is no amount to the cent. */
const whole = (amount: string): string => new Big(amount).round(0, Big.roundHalfUp).toFixed();

function useMoney(value: WireValue | undefined) {
  const { company } = useMe();
  if (!value) return null;
  return moneyOf(value) ?? { amount: textValue(value), currency: company.currency };
}

interface ShareProps {
  readonly part: ColumnTotals | null;
  readonly whole: ColumnTotals | undefined;
}
function Share({ part, whole }: ShareProps) {
  const { t } = useLanguage();
  const percent = part && whole ? shareOf(part, whole) : 0;
  return (
    <div
      className={styles.share}
      data-part="board-share"
      title={whole && t(boardMessages.shareHint, { percent })}
      style={{ "--share": `${percent}%` } as CSSProperties}
    />
  );
}

/** By worth where all of it is in one currency, else by number. */
function shareOf(part: ColumnTotals, whole: ColumnTotals): number {
  const [sum, all] = [moneyOf(part.sum), moneyOf(whole.sum)];
  if (sum && all && sum.currency === all.currency && new Big(all.amount).gt(0))
    return new Big(sum.amount).div(all.amount).times(100).round(0).toNumber();
  return whole.count > 0 ? Math.round((part.count / whole.count) * 100) : 0;
}
