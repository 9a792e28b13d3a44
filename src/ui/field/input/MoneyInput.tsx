import Big from "big.js";
import { InputNumber, Select } from "antd";
import { useEffect, useState } from "react";
import { exchangeRate } from "../../../objects/system/exchange-rate/exchange-rate.object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { useSession } from "../../data/session.ts";
import { useObject } from "../../data/objects.ts";
import { useRecords } from "../../data/records.ts";
import { moneyOf, textValue } from "../../data/values.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { type MoneyUnit, UNIT_FACTOR } from "../../kit/money-text.ts";
import type { InputProps } from "../kind-ui.ts";

/** An amount typed in 元, 万元 or 亿, in English in full, K or M, and kept in full. The unit is only for typing. */
export function MoneyInput({ value, onChange, id, invalid, describedBy, autoFocus, disabled }: InputProps) {
  const factors = UNIT_FACTOR[useLanguage().language];
  const company = useSession().data?.company.currency ?? "CNY";
  const money = moneyOf(value);
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = money?.currency || chosen || company;
  const currencies = useCurrencies(company, currency);
  const [unit, setUnit] = useState<MoneyUnit>("one");
  const amount = money?.amount ?? null;
  const [typed, setTyped] = useTyped(amount);
  const shown = typed ?? (amount === null ? null : plain(amount, factors[unit]));
  const change = (next: string | null) => {
    setTyped(next);
    onChange(
      next === null || next === ""
        ? null
        : { amount: new Big(next).times(factors[unit]).toFixed(), currency },
    );
  };
  return (
    <div className="line">
      <InputNumber<string>
        id={id}
        stringMode
        className="full-width num"
        value={shown}
        prefix={currencies.length > 1 ? undefined : currency === "CNY" ? "¥" : currency}
        formatter={(text) => groupDigits(String(text ?? ""))}
        parser={(text) => (text ?? "").replace(/[,\s¥]/g, "")}
        status={invalid ? "error" : ""}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        disabled={disabled}
        controls={false}
        onChange={change}
        onBlur={() => setTyped(null)}
      />
      {currencies.length > 1 && (
        <CurrencySelect
          currency={currency}
          currencies={currencies}
          disabled={disabled}
          onChange={(next) => {
            setChosen(next);
            if (amount !== null) onChange({ amount, currency: next });
          }}
        />
      )}
      <UnitSelect
        unit={unit}
        disabled={disabled}
        onChange={(next) => {
          setUnit(next);
          setTyped(null);
        }}
      />
    </div>
  );
}

/** What is being typed; forgotten when the amount is emptied from elsewhere. */
function useTyped(amount: string | null) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (amount === null) setTyped(null);
  }, [amount]);
  return [typed, setTyped] as const;
}

interface SelectProps<T> {
  readonly disabled: boolean | undefined;
  readonly onChange: (value: T) => void;
}
function CurrencySelect({
  currency,
  currencies,
  disabled,
  onChange,
}: SelectProps<string> & { readonly currency: string; readonly currencies: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <Select<string>
      className="unit-select"
      value={currency}
      disabled={disabled}
      aria-label={t(kitMessages.currency)}
      options={currencies.map((value) => ({ value, label: value }))}
      onChange={onChange}
    />
  );
}

function UnitSelect({ unit, disabled, onChange }: SelectProps<MoneyUnit> & { readonly unit: MoneyUnit }) {
  const { t } = useLanguage();
  return (
    <Select<MoneyUnit>
      className="unit-select"
      value={unit}
      disabled={disabled}
      aria-label={t(kitMessages.unit)}
      onChange={onChange}
      options={[
        { value: "one", label: t(kitMessages.yuan) },
        { value: "wan", label: t(kitMessages.wan) },
        { value: "yi", label: t(kitMessages.yi) },
      ]}
    />
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

function plain(amount: string, factor: string): string {
  try {
    return new Big(amount).div(factor).toFixed();
  } catch {
    return amount;
  }
}
