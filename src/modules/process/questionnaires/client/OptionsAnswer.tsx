import { Checkbox, Radio } from "antd";
import { isList } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AnswerProps } from "./Answer.tsx";

/** One of the options of a question, or several. */
export function OptionsAnswer({ id, question, value, onChange }: AnswerProps) {
  const { of } = useLanguage();
  const options = (question.options ?? []).map((option) => ({
    value: option.name,
    label: of(option.label, option.name),
  }));
  if (question.kind === "choices")
    return (
      <Checkbox.Group
        options={options}
        value={isList(value) ? value.map(String) : []}
        onChange={(chosen) => onChange(chosen)}
      />
    );
  return (
    <Radio.Group
      id={id}
      options={options}
      value={value}
      onChange={(event) => onChange(String(event.target.value))}
    />
  );
}
