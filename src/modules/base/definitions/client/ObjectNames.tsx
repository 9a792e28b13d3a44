import { Input } from "antd";
import { useMe } from "../../../../ui/data/session.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { faultAt } from "./definition-errors.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import { ApiNameInput } from "./ApiNameInput.tsx";
import { objectMessages } from "./objects.messages.ts";
import * as styles from "./FieldForm.module.css";

export interface ObjectNamesValues {
  readonly zh: string;
  readonly en: string;
  readonly name: string;
}
export interface ObjectNamesProps {
  readonly values: ObjectNamesValues;
  readonly errors: FormErrors;
  readonly onChange: (values: Partial<ObjectNamesValues>) => void;
}
/** What a new object is called in both languages and in the API; the company’s language is needed. */
export function ObjectNames({ values, errors, onChange }: ObjectNamesProps) {
  const { t } = useLanguage();
  const first = useMe().company.language;
  const nameFault = faultAt(errors, "name");
  const otherHint = t(objectMessages.otherLabel);
  return (
    <>
      <Labelled
        label={t(definitionScreenMessages.labelZh)}
        required={first === "zh-CN"}
        error={first === "zh-CN" ? faultAt(errors, "label") : undefined}
        hint={first === "zh-CN" ? undefined : otherHint}
      >
        {({ id }) => (
          <Input
            id={id}
            autoFocus
            value={values.zh}
            onChange={(event) => onChange({ zh: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled
        label={t(definitionScreenMessages.labelEn)}
        required={first === "en"}
        error={first === "en" ? faultAt(errors, "label") : undefined}
        hint={first === "en" ? undefined : otherHint}
      >
        {({ id }) => (
          <Input id={id} value={values.en} onChange={(event) => onChange({ en: event.target.value })} />
        )}
      </Labelled>
      <details open={nameFault !== undefined || undefined}>
        <summary>{t(definitionScreenMessages.advanced)}</summary>
        <div className={styles.detailsBody}>
          <ApiNameInput value={values.name} error={nameFault} onChange={(name) => onChange({ name })} />
        </div>
      </details>
    </>
  );
}
