import { Input, Select } from "antd";
import { useState } from "react";
import { exchangeRate } from "../../../objects/system/exchange-rate/exchange-rate.object.ts";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { useObject } from "../../data/objects.ts";
import { useRecords } from "../../data/records.ts";
import { useSession } from "../../data/session.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { symbolOf } from "../../kit/money-text.ts";
import type { InputProps } from "../kind-ui.ts";
import { typedAmount } from "../typed-amount.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./MoneyInput.module.css";

/**
 * An amount as people say it, 12.5万 or 1.2m, kept in full. What cannot be read goes on as it was typed, so
 * that whoever saves is told and nothing is lost.
 */
export function MoneyInput({ value, onChange, id, invalid, describedBy, autoFocus, disabled }: InputProps) {
  const { t } = useLanguage();
  const company = useSession().data?.company.currency ?? "CNY";
  const money = moneyOf(value);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const currency = money?.currency || chosen || company;
  const currencies = useCurrencies(company, currency);
  const amount = money?.amount ?? null;
  const isUnread = amount !== null && typedAmount(amount) === undefined;
  const change = (text: string) => {
    setTyped(text);
    const read = typedAmount(text);
    onChange(read === null ? null : { amount: read ?? text, currency });
  };
  const worth = typed !== null && amount !== null && !isUnread && /[^\d.,\s-]/.test(typed) ? amount : null;
  return (
    <div className={base.line}>
      <Input
        id={id}
        className={base.num}
        inputMode="decimal"
        value={typed ?? groupDigits(amount ?? "")}
        prefix={currencies.length > 1 ? undefined : symbolOf(currency)}
        suffix={worth && <span className={base.muted}>= {groupDigits(worth)}</span>}
        placeholder={t(kitMessages.amountExample)}
        status={invalid || isUnread ? "error" : ""}
        aria-invalid={invalid || isUnread}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        disabled={disabled}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
      />
      {currencies.length > 1 && (
        <Select<string>
          className={styles.unitSelect}
          value={currency}
          disabled={disabled}
          aria-label={t(kitMessages.currency)}
          options={currencies.map((one) => ({ value: one, label: one }))}
          onChange={(next) => {
            setChosen(next);
            if (amount !== null) onChange({ amount, currency: next });
          }}
        />
      )}
    </div>
  );
}

/** The company's currency, those that have a rate, and the one there is. */
function useCurrencies(company: string, current: string): readonly string[] {
  const rates = useRecords(
    exchangeRate.name,
    { fields: "currency", limit: 500 },
    useObject(exchangeRate.name) !== undefined,
  );
  const rated = (rates.data?.data ?? []).map((rate) => textValue(partOf(exchangeRate, rate).currency));
  return [...new Set([company, ...rated, current])].filter(Boolean);
}
