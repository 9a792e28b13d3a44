import { Input, Select } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { optionsIn, type Properties } from "./field-draft.ts";
import { label } from "../../../../shared/i18n/label.ts";

interface PresetInputProps {
  readonly id: string;
  readonly properties: Properties;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}
const YES = label("是", "Yes");
const NO = label("否", "No");

/** What a new record starts with: a value of the field, or a formula after "=". */
export function PresetInput({ id, properties, value, onChange }: PresetInputProps) {
  const { t, of } = useLanguage();
  const { kind } = properties;
  if (kind === "boolean")
    return (
      <Select
        id={id}
        allowClear
        value={typeof value === "boolean" ? String(value) : undefined}
        options={[
          { value: "true", label: t(YES) },
          { value: "false", label: t(NO) },
        ]}
        onChange={(next: string | undefined) => onChange(next === undefined ? null : next === "true")}
      />
    );
  if (kind === "select")
    return (
      <Select
        id={id}
        allowClear
        value={typeof value === "string" ? value : undefined}
        options={optionsIn(properties).map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
        onChange={(next: string | undefined) => onChange(next ?? null)}
      />
    );
  const text =
    typeof value === "object" && value !== null && "expression" in value
      ? `=${String(value.expression)}`
      : value === null || value === undefined
        ? ""
        : String(value);
  const put = (typed: string): void => {
    if (typed.startsWith("=")) return onChange({ expression: typed.slice(1) });
    if (typed === "") return onChange(null);
    onChange(kind === "integer" && /^-?\d+$/.test(typed) ? Number(typed) : typed);
  };
  return <Input id={id} value={text} onChange={(event) => put(event.target.value)} />;
}
