import { Select } from "antd";
import { isList, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldTexts } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { OptionChip } from "../OptionChip.tsx";

function useOptions({ field, value }: InputProps) {
  const { of } = useLanguage();
  const options = field.kind === "select" || field.kind === "multiselect" ? field.options : [];
  return options
    .filter((option) => !option.hidden || option.name === value)
    .map((option) => ({ value: option.name, text: of(option.label, option.name), label: <OptionChip option={option} name={option.name} /> }));
}
const byText = { optionFilterProp: "text" } as const;

export function OptionInput(props: InputProps) {
  const { t } = useLanguage();
  const { value, onChange, id, invalid, autoFocus, disabled } = props;
  return (
    <Select
      id={id}
      className="full-width"
      showSearch={byText}
      allowClear={!props.field.required}
      placeholder={t(fieldTexts.pick)}
      value={textValue(value) || undefined}
      status={invalid ? "error" : ""}
      autoFocus={autoFocus}
      disabled={disabled}
      options={useOptions(props)}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

export function OptionsInput(props: InputProps) {
  const { t } = useLanguage();
  const { value, onChange, id, invalid, autoFocus, disabled } = props;
  return (
    <Select
      id={id}
      mode="multiple"
      className="full-width"
      showSearch={byText}
      placeholder={t(fieldTexts.pick)}
      value={isList(value) ? value.map(textValue) : []}
      status={invalid ? "error" : ""}
      autoFocus={autoFocus}
      disabled={disabled}
      options={useOptions(props)}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
