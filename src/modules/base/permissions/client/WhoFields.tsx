import { Segmented } from "antd";
import { useState } from "react";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Asked } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import { RecordSelect } from "./RecordSelect.tsx";

export interface AskedFieldsProps {
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
}

/** Whose rights are asked about: a person's, or a role's in a department. */
export function WhoFields({ asked, onChange }: AskedFieldsProps) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<"person" | "role">(asked.role ? "role" : "person");
  const turn = (next: "person" | "role") => {
    setKind(next);
    onChange({ user: "", role: "", department: "" });
  };
  return (
    <>
      <Labelled label={t(permissionMessages.who)}>
        {({ id }) => (
          <Segmented<"person" | "role">
            id={id}
            block
            value={kind}
            options={[
              { value: "person", label: t(permissionMessages.person) },
              { value: "role", label: t(permissionMessages.role) },
            ]}
            onChange={turn}
          />
        )}
      </Labelled>
      <Labelled label={t(kind === "person" ? permissionMessages.person : permissionMessages.role)}>
        {({ id }) =>
          kind === "person" ? (
            <RecordSelect id={id} object="user" value={asked.user} onChange={(user) => onChange({ user })} />
          ) : (
            <RecordSelect id={id} object="role" value={asked.role} onChange={(role) => onChange({ role })} />
          )
        }
      </Labelled>
      <Labelled label={t(permissionMessages.department)}>
        {({ id }) => (
          <RecordSelect
            id={id}
            object="department"
            disabled={kind === "person"}
            value={asked.department}
            onChange={(department) => onChange({ department })}
          />
        )}
      </Labelled>
    </>
  );
}
