import { Select } from "antd";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import { objectMessages } from "./objects.messages.ts";
import { useRoleChoices } from "./use-roles.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./WhoUses.module.css";

/** The roles that use an object, by what they may do with it. */
export interface UsingRoles {
  readonly full: readonly string[];
  readonly read: readonly string[];
}
export interface WhoUsesProps {
  readonly value: UsingRoles;
  readonly error: string | undefined;
  readonly onChange: (value: UsingRoles) => void;
}
/** Without a role of theirs nobody but administrators would see the new object. */
export function WhoUses({ value, error, onChange }: WhoUsesProps) {
  const { t } = useLanguage();
  return (
    <fieldset className={`${base.stack} ${styles.plainFieldset}`}>
      <legend>{t(objectMessages.whoUses)}</legend>
      <p className={base.note}>{t(objectMessages.whoUsesHint)}</p>
      <RolesSelect
        label={t(objectMessages.useFull)}
        value={value.full}
        error={error}
        onChange={(full) => onChange({ ...value, full })}
      />
      <RolesSelect
        label={t(objectMessages.useRead)}
        value={value.read}
        error={undefined}
        onChange={(read) => onChange({ ...value, read })}
      />
    </fieldset>
  );
}

interface RolesSelectProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (roles: readonly string[]) => void;
}
function RolesSelect({ label, value, error, onChange }: RolesSelectProps) {
  const { of } = useLanguage();
  const roles = useRoleChoices();
  return (
    <Labelled label={label} error={error}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          onInputKeyDown={leaveWithTab}
          showSearch={{ optionFilterProp: "label" }}
          value={[...value]}
          options={roles.map((role) => ({ value: role.name, label: of(role.label, role.name) }))}
          onChange={(next: string[]) => onChange(next)}
        />
      )}
    </Labelled>
  );
}
