import { Select } from "antd";
import type { ReactNode } from "react";
import { isList, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { leaveWithTab } from "../../kit/leave-with-tab.ts";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { OptionChip } from "../OptionChip.tsx";
import * as base from "../../kit/base.module.css";

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly label: ReactNode;
}
/** Options in their order; those of a group stand under its name, where its first one is. */
function useOptions({
  field,
  value,
}: InputProps): (Choice | { readonly label: string; readonly options: Choice[] })[] {
  const { of } = useLanguage();
  const options = field.kind === "select" || field.kind === "multiselect" ? field.options : [];
  const chosen = new Set(isList(value) ? value.map(textValue) : [textValue(value)]);
  const found: (Choice | { readonly label: string; readonly options: Choice[] })[] = [];
  for (const option of options) {
    if (option.hidden && !chosen.has(option.name)) continue;
    const choice = {
      value: option.name,
      text: of(option.label, option.name),
      label: <OptionChip option={option} name={option.name} />,
    };
    const group = option.group ? of(option.group) : "";
    const known = found.find((one) => "options" in one && one.label === group);
    if (known && "options" in known) known.options.push(choice);
    else found.push(group === "" ? choice : { label: group, options: [choice] });
  }
  return found;
}
const byText = { optionFilterProp: "text" } as const;

export function OptionInput(props: InputProps) {
  const { t } = useLanguage();
  const { value, onChange, id, invalid, autoFocus, disabled } = props;
  return (
    <Select
      id={id}
      className={base.fullWidth}
      showSearch={byText}
      allowClear={!props.field.required}
      placeholder={t(fieldMessages.pick)}
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
      onInputKeyDown={leaveWithTab}
      className={base.fullWidth}
      showSearch={byText}
      placeholder={t(fieldMessages.pick)}
      value={isList(value) ? value.map(textValue) : []}
      status={invalid ? "error" : ""}
      autoFocus={autoFocus}
      disabled={disabled}
      options={useOptions(props)}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
