import { useLanguage } from "../../../../ui/kit/language.tsx";
import { readingMessages } from "./reading.messages.ts";
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
    { value: ",", label: t(readingMessages.comma) },
    { value: ";", label: t(readingMessages.semicolon) },
    { value: "\t", label: t(readingMessages.tab) },
    { value: "|", label: t(readingMessages.bar) },
  ];
  const known = delimiters.some(({ value }) => value === delimiter)
    ? delimiters
    : [...delimiters, { value: delimiter, label: delimiter }];
  return (
    <ReadingSelect
      label={t(readingMessages.delimiter)}
      value={delimiter}
      isDisabled={isDisabled}
      options={known}
      onChange={onChange}
    />
  );
}
