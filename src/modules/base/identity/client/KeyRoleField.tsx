import { Select } from "antd";
import { useRecords } from "../../../../ui/data/records.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { settingsMessages } from "./settings.messages.ts";

export interface KeyRoleFieldProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (role: string | null) => void;
}
/** The role as which a key acts; without one it acts as its owner. */
export function KeyRoleField({ value, error, onChange }: KeyRoleFieldProps) {
  const { t, of } = useLanguage();
  const roles = useRecords("role", { limit: 100 });
  const options = (roles.data?.data ?? []).map((one) => ({
    value: roleCode(one),
    label: of(roleLabel(one), roleCode(one)),
  }));
  return (
    <Labelled label={t(settingsMessages.keyRole)} error={error}>
      {({ id }) => (
        <Select
          id={id}
          allowClear
          value={value}
          placeholder={t(settingsMessages.keyOwn)}
          options={options}
          onChange={(next: string | undefined) => onChange(next ?? null)}
        />
      )}
    </Labelled>
  );
}
