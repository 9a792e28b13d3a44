import { textValue } from "../../data/values.ts";
import { DayPicker, MomentPicker } from "../../kit/DayPicker.tsx";
import type { InputProps } from "../kind-ui.ts";

export const DateInput = ({ value, onChange, id, invalid = false, autoFocus, disabled }: InputProps) => (
  <DayPicker
    id={id}
    wide
    value={textValue(value)}
    invalid={invalid}
    autoFocus={autoFocus}
    disabled={disabled}
    onChange={onChange}
  />
);

/** Shown in the reader's zone, kept in UTC. */
export const DateTimeInput = ({ value, onChange, id, invalid = false, autoFocus, disabled }: InputProps) => (
  <MomentPicker
    id={id}
    wide
    value={textValue(value)}
    invalid={invalid}
    autoFocus={autoFocus}
    disabled={disabled}
    onChange={onChange}
  />
);
