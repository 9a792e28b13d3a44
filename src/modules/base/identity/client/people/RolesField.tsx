import { Select } from "antd";
import { useState } from "react";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useRoleChoices } from "./people-data.ts";
import { peopleMessages } from "./people.messages.ts";

export interface RolesFieldProps {
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (roles: readonly string[]) => void;
}
/** One role or several. */
export function RolesField({ value, error, onChange }: RolesFieldProps) {
  const { t } = useLanguage();
  const choices = useRoleChoices();
  const [isOpen, setOpen] = useState(false);
  return (
    <Labelled label={t(peopleMessages.roles)} required error={error}>
      {({ id, invalid, describedBy }) => (
        <Select
          id={id}
          mode="multiple"
          value={[...value]}
          options={[...choices]}
          optionFilterProp="label"
          status={invalid ? "error" : ""}
          aria-describedby={describedBy}
          open={isOpen}
          onOpenChange={setOpen}
          // Most people have one role: the list leaves the way to the button free once it is chosen.
          onSelect={() => value.length === 0 && setOpen(false)}
          onChange={(roles: string[]) => onChange(roles)}
        />
      )}
    </Labelled>
  );
}
