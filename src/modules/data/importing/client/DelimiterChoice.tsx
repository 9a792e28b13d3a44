import { useLanguage } from "../../../../ui/kit/language.tsx";
import { readingTexts as texts } from "./reading.messages.ts";
import { ReadingSelect } from "./ReadingSelect.tsx";

export interface DelimiterChoiceProps {
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (sign: string) => void;
}
/** What stands between two cells; a sign that is not a usual one is offered beside them. */
export function DelimiterChoice({ value: delimiter, isDisabled, onChange }: DelimiterChoiceProps) {
  const { t } = useLanguage();
  const delimiters = [
    { value: ",", label: t(texts.comma) },
    { value: ";", label: t(texts.semicolon) },
    { value: "\t", label: t(texts.tab) },
    { value: "|", label: t(texts.bar) },
  ];
  const known = delimiters.some(({ value }) => value === delimiter)
    ? delimiters
    : [...delimiters, { value: delimiter, label: delimiter }];
  return (
    <ReadingSelect
      label={t(texts.delimiter)}
      value={delimiter}
      isDisabled={isDisabled}
      options={known}
      onChange={onChange}
    />
  );
}
