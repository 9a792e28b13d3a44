import { Checkbox, Input, Select } from "antd";
import type { FieldInfo } from "../../../../ui/data/objects.ts";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HandOverForm.module.css";

export interface Handing {
  readonly subject: string;
  readonly description: string;
  readonly due: string | null;
  readonly collaborator: string | null;
  readonly fields: readonly string[];
}
interface HandOverFormProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string | null }[];
  readonly choices: readonly FieldInfo[];
  readonly given: Handing;
  readonly errors: FormErrors<"subject" | "collaborator" | "fields" | "due_date">;
  readonly onChange: (given: Handing) => void;
  readonly onSubmit: () => void;
}
export function HandOverForm({ people, choices, given, errors, onChange, onSubmit }: HandOverFormProps) {
  const { t } = useLanguage();
  const put = (part: Partial<Handing>) => onChange({ ...given, ...part });
  const options = people.map(({ id, name, title }) => ({
    value: id,
    label: title ? `${name} · ${title}` : name,
  }));
  return (
    <SimpleForm error={errors[""] ?? errors.fields} onSubmit={onSubmit}>
      <p className={base.muted}>{t(collaborationScreenMessages.handOverLead)}</p>
      <Labelled label={t(collaborationScreenMessages.collaborator)} required error={errors.collaborator}>
        {({ id }) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            options={options}
            value={given.collaborator}
            onChange={(collaborator: string) => put({ collaborator })}
          />
        )}
      </Labelled>
      <TextField
        label={t(collaborationScreenMessages.subject)}
        required
        maxLength={200}
        value={given.subject}
        error={errors.subject}
        onChange={(subject) => put({ subject })}
      />
      <Labelled label={t(collaborationScreenMessages.description)}>
        {({ id }) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={5000}
            value={given.description}
            onChange={({ target }) => put({ description: target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(collaborationScreenMessages.due)} error={errors.due_date}>
        {({ id }) => (
          <DayInput
            id={id}
            wide
            value={given.due ?? ""}
            from={todayText()}
            onChange={(day) => put({ due: day ?? null })}
          />
        )}
      </Labelled>
      <FieldsToOpen choices={choices} value={given.fields} onChange={(fields) => put({ fields })} />
    </SimpleForm>
  );
}

interface FieldsToOpenProps {
  readonly choices: readonly FieldInfo[];
  readonly value: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}
function FieldsToOpen({ choices, value, onChange }: FieldsToOpenProps) {
  const { t, of } = useLanguage();
  return (
    <fieldset className={styles.fields}>
      <legend>{t(collaborationScreenMessages.fields)}</legend>
      <Checkbox.Group
        options={choices.map(({ name, label }) => ({ value: name, label: of(label, name) }))}
        value={[...value]}
        onChange={(fields) => onChange(fields.map(String))}
      />
    </fieldset>
  );
}
