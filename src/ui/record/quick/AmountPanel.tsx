import { type FormEvent, useState } from "react";
import { typedAmount } from "../../field/typed-amount.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { PanelProps } from "./ChoicePanel.tsx";
import { betweenText } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./quick.module.css";

/** From an amount up to another, as people type them: 12.5万. */
export function AmountPanel({ field, quick, onText }: PanelProps) {
  const { t } = useLanguage();
  const now = quick.is === "between" ? quick : { from: "", to: "" };
  const [from, setFrom] = useState(now.from);
  const [to, setTo] = useState(now.to);
  const amounts = [typedAmount(from), typedAmount(to)] as const;
  const isWrong = amounts.includes(undefined);
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    const [low, high] = amounts;
    if (low === undefined || high === undefined) return;
    const text = betweenText(field.name, low ?? "", high ?? "", false);
    if (text !== betweenText(field.name, now.from, now.to, false)) onText(text);
  };
  const box = (label: string, value: string, onChange: (text: string) => void) => (
    <input
      className={styles.find}
      inputMode="decimal"
      aria-label={label}
      placeholder={t(quickMessages.amountHint)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => apply()}
    />
  );
  return (
    <form className={styles.panel} onSubmit={apply}>
      <div className={styles.between}>
        {box(t(quickMessages.from), from, setFrom)}
        <span aria-hidden>–</span>
        {box(t(quickMessages.to), to, setTo)}
      </div>
      {isWrong && (
        <p className={`${base.note} ${base.noteError}`} role="alert">
          {t(quickMessages.notAmount)}
        </p>
      )}
      <button type="submit" hidden />
    </form>
  );
}
