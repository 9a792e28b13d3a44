import { Input } from "antd";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { exampleIn } from "../example-in.ts";
import type { InputProps } from "../kind-ui.ts";

const TYPES: Readonly<Record<string, { type: string; inputMode: "text" | "tel" | "email" | "url" }>> = {
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
  url: { type: "url", inputMode: "url" },
};

export function TextInput({
  field,
  value,
  onChange,
  id,
  invalid,
  describedBy,
  autoFocus,
  disabled,
}: InputProps) {
  const { language } = useLanguage();
  const limit = field.kind === "text" ? field.max_length : undefined;
  return (
    <Input
      {...(TYPES[field.kind] ?? {})}
      id={id}
      value={textValue(value)}
      maxLength={limit}
      placeholder={exampleIn(field.example, language)}
      status={invalid ? "error" : ""}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      disabled={disabled}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
    />
  );
}

export function LongTextInput({
  field,
  value,
  onChange,
  id,
  invalid,
  describedBy,
  autoFocus,
  disabled,
}: InputProps) {
  const { language } = useLanguage();
  return (
    <Input.TextArea
      id={id}
      value={textValue(value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      placeholder={exampleIn(field.example, language)}
      status={invalid ? "error" : ""}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
    />
  );
}
