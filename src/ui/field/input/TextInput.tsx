import { Input } from "antd";
import { textValue } from "../../data/values.ts";
import type { Language } from "../../../shared/i18n/label.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { InputProps } from "../kind-ui.ts";

const TYPES: Readonly<Record<string, { type: string; inputMode: "text" | "tel" | "email" | "url" }>> = {
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
  url: { type: "url", inputMode: "url" },
};

/** An example in Chinese helps only those who read Chinese. */
const exampleIn = (example: string | undefined, language: Language): string | undefined =>
  language === "en" && example && /\p{Script=Han}/u.test(example) ? undefined : example;

export function TextInput({ field, value, onChange, id, invalid, describedBy, autoFocus, disabled }: InputProps) {
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

export function LongTextInput({ field, value, onChange, id, invalid, describedBy, autoFocus, disabled }: InputProps) {
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
