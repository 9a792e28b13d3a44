import { DatePicker } from "antd";
import dayjs from "dayjs";
import { textValue } from "../../data/values.ts";
import type { InputProps } from "../kind-ui.ts";

const parsed = (value: InputProps["value"]) => {
  const text = textValue(value);
  return text ? dayjs(text) : null;
};

export const DateInput = ({ value, onChange, id, invalid, autoFocus, disabled }: InputProps) => (
  <DatePicker
    id={id}
    className="full-width"
    value={parsed(value)}
    format="YYYY-MM-DD"
    status={invalid ? "error" : ""}
    autoFocus={autoFocus}
    disabled={disabled}
    onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : null)}
  />
);

/** Shown in the reader's zone, kept in UTC. */
export const DateTimeInput = ({ value, onChange, id, invalid, autoFocus, disabled }: InputProps) => (
  <DatePicker
    id={id}
    className="full-width"
    showTime={{ format: "HH:mm", minuteStep: 5 }}
    value={parsed(value)}
    format="YYYY-MM-DD HH:mm"
    status={invalid ? "error" : ""}
    autoFocus={autoFocus}
    disabled={disabled}
    onChange={(time) => onChange(time ? time.toDate().toISOString() : null)}
  />
);
