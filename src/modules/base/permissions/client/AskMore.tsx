import { Segmented, Select } from "antd";
import { isShown, useObject } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AskedFieldsProps, WhoKind } from "./AskSentence.tsx";
import { permissionMessages } from "./permissions.messages.ts";
import { RecordSelect } from "./RecordSelect.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./AskSentence.module.css";

interface AskMoreProps extends AskedFieldsProps {
  readonly onKind: (kind: WhoKind) => void;
}
/** What is rarely asked: a role in a department instead of a person, and one field of the record. */
export function AskMore({ asked, onChange, kind, onKind }: AskMoreProps) {
  const { t, of } = useLanguage();
  const object = useObject(asked.object);
  return (
    <div className={styles.askMore}>
      <Labelled label={t(permissionMessages.who)}>
        {({ id }) => (
          <Segmented<WhoKind>
            id={id}
            block
            value={kind}
            options={[
              { value: "person", label: t(permissionMessages.person) },
              { value: "role", label: t(permissionMessages.role) },
            ]}
            onChange={onKind}
          />
        )}
      </Labelled>
      {kind === "role" && (
        <Labelled label={t(permissionMessages.department)}>
          {({ id }) => (
            <RecordSelect
              id={id}
              object="department"
              value={asked.department}
              onChange={(department) => onChange({ department })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={t(permissionMessages.field)}>
        {({ id }) => (
          <Select
            id={id}
            className={base.fullWidth}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            value={asked.field || undefined}
            options={(object?.fields ?? [])
              .filter(isShown)
              .map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
            onChange={(field: string | undefined) => onChange({ field: field ?? "" })}
          />
        )}
      </Labelled>
    </div>
  );
}
