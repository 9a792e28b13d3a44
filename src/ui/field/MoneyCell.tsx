import { useSession } from "../data/session.ts";
import { moneyOf, ratedOf } from "../data/values.ts";
import { useLanguage } from "../kit/language.tsx";
import { moneyText } from "../kit/money-text.ts";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { useMoneyUnit } from "./money-unit.ts";
import * as baseStyles from "../kit/base.module.css";
import * as styles from "./MoneyCell.module.css";

/**
 * An amount; one in another currency with what it is worth in the company's, and the day of that rate: in
 * full where there is room, else in the hint.
 */
export function MoneyCell({ value }: CellProps) {
  const { t, language } = useLanguage();
  const [unit] = useMoneyUnit();
  const company = useSession().data?.company.currency ?? "CNY";
  const money = moneyOf(value);
  if (!money) return null;
  const rated = ratedOf(value);
  const worth =
    rated &&
    t(fieldMessages.worth, {
      amount: moneyText({ amount: rated.base, currency: company }, language),
      date: rated.date,
    });
  const full = [...(unit === "one" ? [] : [moneyText(money, language)]), ...(worth ? [worth] : [])].join(
    " · ",
  );
  return (
    <span className={styles.money}>
      <span className={`${baseStyles.clip} ${baseStyles.num}`} title={full || undefined}>
        {moneyText(money, language, unit)}
      </span>
      {worth && (
        <small className={`${baseStyles.muted} ${styles.moneyWorth}`} data-part="money-worth">
          {worth}
        </small>
      )}
    </span>
  );
}
