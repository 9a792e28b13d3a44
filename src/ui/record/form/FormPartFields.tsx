import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { isFullWidth } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { DuplicateHint } from "./DuplicateHint.tsx";
import type { FormPart } from "./form-fields.ts";
import type { useRecordForm } from "./use-record-form.ts";
import * as formStyles from "./form.module.css";
import * as styles from "./FormPartFields.module.css";

export interface FormPartFieldsProps {
  readonly object: ObjectInfo;
  /** Absent: a new record. */
  readonly record: Values | undefined;
  readonly part: FormPart;
  readonly form: ReturnType<typeof useRecordForm>;
  readonly titled: boolean;
  /** The first part has the cursor, and says which records look the same. */
  readonly first: boolean;
}
/** One part of a form: its fields that show, under its title; nothing where none of them does. */
export function FormPartFields({ object, record, part, form, titled, first }: FormPartFieldsProps) {
  const { t, of } = useLanguage();
  const fields = part.fields.filter(form.isVisible);
  if (fields.length === 0) return null;
  return (
    <fieldset className={styles.formPart}>
      {titled && <legend>{part.label ? of(part.label) : t(recordScreenMessages.otherFields)}</legend>}
      <div className={formStyles.formGrid}>
        {fields.map((field, at) => (
          <FormField
            key={field.name}
            object={object}
            field={field}
            form={form}
            autoFocus={first && at === 0}
          />
        ))}
      </div>
      {first && (
        <DuplicateHint object={object} values={form.draft.values} {...(record ? { id: idOf(record) } : {})} />
      )}
    </fieldset>
  );
}

interface FormFieldProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly form: ReturnType<typeof useRecordForm>;
  readonly autoFocus: boolean;
}
function FormField({ object, field, form, autoFocus }: FormFieldProps) {
  const { of } = useLanguage();
  return (
    <Labelled
      label={of(field.label, field.name)}
      required={form.isRequired(field)}
      error={form.errors[field.name]}
      hint={of(field.description)}
      wide={isFullWidth(field)}
    >
      {(ids) => (
        <FieldInput
          {...ids}
          object={object.name}
          field={field}
          record={form.now}
          value={form.valueOf(field.name)}
          autoFocus={autoFocus}
          onChange={(value) => form.setValue(field, value)}
        />
      )}
    </Labelled>
  );
}
