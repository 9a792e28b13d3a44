import type { DocumentAmounts } from "../../../shared/metadata/line-amounts.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText } from "../../kit/money-text.ts";
import type { LinesField } from "./line-columns.ts";
import { linesMessages } from "./lines.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./LinesFoot.module.css";

const SHOWN: readonly (keyof DocumentAmounts)[] = ["subtotal", "discount_total", "tax_total", "total"];

export interface LinesFootProps {
  readonly parent: ObjectInfo;
  readonly field: LinesField;
  /** What the document comes to as it is typed. */
  readonly document: Values;
  readonly count: number;
}
/** How many lines there are, and what the document comes to with them. */
export function LinesFoot({ parent, field, document, count }: LinesFootProps) {
  const { t, of, language } = useLanguage();
  const roles = field.amounts?.document ?? {};
  const fieldAt = (role: keyof DocumentAmounts): FieldInfo | undefined => {
    const found = parent.byName[roles[role] ?? ""];
    return found && isShown(found) && found.right !== "mask" ? found : undefined;
  };
  const amounts = SHOWN.flatMap((role) => {
    const found = fieldAt(role);
    const money = found && moneyOf(document[found.name]);
    return found && money ? [{ role, field: found, money }] : [];
  });
  const words = fieldAt("total_in_words");
  return (
    <div className={styles.foot} data-part="lines-foot">
      <span className={base.muted}>{t(linesMessages.count, { count })}</span>
      {amounts.length > 0 && (
        <dl className={styles.amounts} aria-live="polite">
          {amounts.map(({ role, field: one, money }) => (
            <div key={role} className={role === "total" ? styles.total : undefined} data-role={role}>
              <dt>{of(one.label, one.name)}</dt>
              <dd className={base.num}>{exactText(money, language)}</dd>
            </div>
          ))}
          {words && textValue(document[words.name]) !== "" && (
            <div className={styles.words}>
              <dt>{of(words.label, words.name)}</dt>
              <dd>{textValue(document[words.name])}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}

/** On a document each amount has its decimals, whole ones too. */
function exactText(
  money: { readonly amount: string; readonly currency: string },
  language: "zh-CN" | "en",
): string {
  const [, decimals = ""] = money.amount.split(".");
  const text = moneyText(money, language);
  return decimals !== "" && /^0+$/.test(decimals) ? `${text}.${decimals}` : text;
}
