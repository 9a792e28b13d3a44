import { AutoComplete } from "antd";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";

export type OptionGroup = NonNullable<SelectOption["group"]>;

export interface OptionGroupInputProps {
  readonly name: string;
  readonly group: OptionGroup | undefined;
  readonly groups: readonly OptionGroup[];
  readonly onChange: (group: OptionGroup | undefined) => void;
}
/** The upper level of an option: one of the groups there are, or a new one by its name. */
export function OptionGroupInput({ name, group, groups, onChange }: OptionGroupInputProps) {
  const { t, of, language } = useLanguage();
  const known = (text: string) => groups.find((one) => of(one) === text);
  return (
    <AutoComplete
      aria-label={`${t(objectMessages.optionGroup)} ${name}`}
      placeholder={t(objectMessages.optionGroup)}
      value={group ? of(group) : ""}
      options={groups.map((one) => ({ value: of(one) }))}
      onChange={(text: string) =>
        onChange(text.trim() === "" ? undefined : (known(text) ?? { [language]: text }))
      }
    />
  );
}
