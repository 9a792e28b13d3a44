import { Input, type InputRef } from "antd";
import { useId, useRef, useState } from "react";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { type NumberLimits, readTypedNumber } from "./typed-number.ts";
import * as base from "./base.module.css";
import * as styles from "./NumberField.module.css";

export interface NumberFieldProps extends NumberLimits {
  readonly id?: string;
  readonly label?: string;
  readonly value: number | null;
  /** Gets every number that keeps to the limits, and null when it is emptied. */
  readonly onChange: (value: number | null) => void;
  /** Left, or Enter pressed, with a number that keeps to the limits. */
  readonly onDone?: () => void;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}
/**
 * A number of the settings. What was typed stays as it was typed; what cannot be taken is told under it, and
 * `refuseBadNumbers` keeps it from being saved over.
 */
export function NumberField({
  id,
  label,
  value,
  onChange,
  onDone,
  placeholder,
  suffix,
  disabled,
  className,
  ...limits
}: NumberFieldProps) {
  const { t } = useLanguage();
  const note = useId();
  const [text, setText] = useState<string | null>(null);
  const input = useRef<InputRef>(null);
  const shown = text ?? (value === null ? "" : String(value));
  const { bad } = readTypedNumber(shown, limits);
  const type = (typed: string) => {
    setText(typed);
    const read = readTypedNumber(typed, limits);
    if (!read.bad) onChange(read.value);
  };
  const done = () => {
    if (bad) return;
    setText(null);
    onDone?.();
  };
  return (
    <span className={`${styles.numberField} ${className ?? ""}`}>
      <Input
        {...(id ? { id } : {})}
        {...(label ? { "aria-label": label } : {})}
        ref={input}
        inputMode={limits.decimals ? "decimal" : "numeric"}
        autoComplete="off"
        maxLength={30}
        disabled={disabled}
        placeholder={placeholder}
        suffix={suffix}
        value={shown}
        status={bad ? "error" : ""}
        aria-invalid={bad}
        aria-describedby={bad ? note : undefined}
        data-bad-number={bad || undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={done}
        onPressEnter={done}
      />
      {bad && (
        <span id={note} className={`${base.note} ${base.noteError}`} role="alert">
          {t(messageFor(limits), { min: limits.min ?? 0, max: (limits.max ?? 0).toLocaleString("en") })}
        </span>
      )}
    </span>
  );
}

function messageFor({ min, max, decimals }: NumberLimits) {
  if (min !== undefined && max !== undefined) return kitMessages.numberBetween;
  return decimals ? kitMessages.numberNeeded : kitMessages.wholeNumberNeeded;
}

/** Whether a number within `root` cannot be taken as it stands; leads there. To be asked before saving. */
export function refuseBadNumbers(root: ParentNode): boolean {
  const bad = root.querySelector<HTMLElement>("[data-bad-number]");
  bad?.focus();
  bad?.scrollIntoView({ block: "nearest" });
  return bad !== null;
}
