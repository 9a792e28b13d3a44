import { Select } from "antd";
import { TIME_UNITS } from "../../../../shared/time/working-time.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import type { LevelAmount } from "../shared/service-level.ts";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./LevelDialog.module.css";

export interface AmountFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: LevelAmount | null;
  readonly placeholder?: string;
  readonly onChange: (value: LevelAmount | null) => void;
}
/** So many of which unit; emptied, there is none. */
export function AmountField({ id, label, value, placeholder, onChange }: AmountFieldProps) {
  const { t } = useLanguage();
  const unit = value?.unit ?? "working_hours";
  return (
    <span className={base.line}>
      <NumberField
        {...(id ? { id } : {})}
        className={styles.amount}
        label={`${label} ${t(levelMessages.amount)}`}
        min={0}
        max={100_000}
        {...(placeholder ? { placeholder } : {})}
        value={value?.amount ?? null}
        onChange={(amount) => onChange(amount === null ? null : { amount, unit })}
      />
      <Select
        className={styles.unit}
        aria-label={`${label} ${t(levelMessages.unit)}`}
        value={unit}
        disabled={value === null}
        options={TIME_UNITS.map((one) => ({ value: one, label: t(levelMessages[one]) }))}
        onChange={(next) => value && onChange({ ...value, unit: next })}
      />
    </span>
  );
}
