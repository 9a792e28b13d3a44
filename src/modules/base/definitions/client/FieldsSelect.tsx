import { Select } from "antd";
import { isShown, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";

interface FieldsSelectProps {
  readonly id: string;
  readonly object: ObjectInfo;
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}
/** Fields in the order in which they are chosen. */
export function FieldsSelect({ id, object, value, onChange }: FieldsSelectProps) {
  const { of } = useLanguage();
  const options = object.fields
    .filter((field) => isShown(field))
    .map((field) => ({ value: field.name, label: of(field.label, field.name) }));
  return (
    <Select
      id={id}
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      showSearch={{ optionFilterProp: "label" }}
      value={[...value]}
      options={options}
      onChange={(names: string[]) => onChange(names)}
    />
  );
}
