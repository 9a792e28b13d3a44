import { Select } from "antd";
import { department } from "../../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../../ui/data/values.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { treeOf } from "../department-tree.ts";
import { settingsMessages } from "../settings.messages.ts";

export interface DepartmentFieldProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (department: string | null) => void;
}
/** A department of the tree, each below the one it belongs to. */
export function DepartmentField({ value, error, onChange }: DepartmentFieldProps) {
  const { t } = useLanguage();
  const departments = useRecords("department", { sort: "position", limit: 500 });
  const options = treeOf(departments.data?.data ?? []).map(({ record, depth }) => {
    const name = textValue(partOf(department, record).name);
    return { value: idOf(record), label: name, depth };
  });
  return (
    <Labelled label={t(settingsMessages.department)} error={error}>
      {({ id }) => (
        <Select
          id={id}
          allowClear
          showSearch
          optionFilterProp="label"
          value={value}
          options={options}
          optionRender={({ label, data }) => <span style={{ paddingLeft: data.depth * 16 }}>{label}</span>}
          onChange={(next: string | undefined) => onChange(next ?? null)}
        />
      )}
    </Labelled>
  );
}
