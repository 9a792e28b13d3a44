import { useLanguage } from "../../../../ui/kit/language.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { definitionScreenMessages } from "./definitions.messages.ts";

export interface ApiNameInputProps {
  /** "": the server makes one of the label. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}
/** What something new is called in the API; few need to say so. */
export function ApiNameInput({ value, error, onChange }: ApiNameInputProps) {
  const { t } = useLanguage();
  return (
    <TextField
      label={t(definitionScreenMessages.apiName)}
      code
      value={value}
      placeholder={t(definitionScreenMessages.apiNameFromLabel)}
      onChange={onChange}
      error={error}
      hint={t(definitionScreenMessages.apiNameHint)}
    />
  );
}
