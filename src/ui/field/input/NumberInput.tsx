import { InputNumber } from "antd";
import { textValue } from "../../data/values.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";

/** Keeps decimals as text, so that no digit is lost on the way. */
export function NumberInput({
  field,
  value,
  onChange,
  id,
  invalid,
  describedBy,
  autoFocus,
  disabled,
}: InputProps) {
  const whole = field.kind === "integer";
  const scale = field.kind === "decimal" || field.kind === "percent" ? field.scale : undefined;
  return (
    <InputNumber<string>
      id={id}
      stringMode
      className={base.fullWidth}
      value={textValue(value) || null}
      {...(whole ? { precision: 0 } : scale === undefined ? {} : { precision: scale })}
      suffix={field.kind === "percent" ? "%" : undefined}
      placeholder={field.example}
      status={invalid ? "error" : ""}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      disabled={disabled}
      onChange={(next) => onChange(next === null || next === "" ? null : whole ? Number(next) : String(next))}
    />
  );
}
