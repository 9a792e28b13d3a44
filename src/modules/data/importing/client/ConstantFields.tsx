import { Button, Input, Select } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { fieldOptions } from "./field-choices.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as styles from "./ConstantFields.module.css";

export type Constants = Readonly<Record<string, { readonly value: string; readonly by?: readonly string[] }>>;
export interface ConstantFieldsProps {
  readonly object: ObjectInfo;
  readonly constants: Constants;
  readonly onChange: (constants: Constants) => void;
}

/** Values of all rows that no column holds: the currency, the source. */
export function ConstantFields({ object, constants, onChange }: ConstantFieldsProps) {
  const language = useLanguage();
  const { t, of } = language;
  const fields = fieldOptions(object, language).filter(({ value }) => value !== "id");
  const put = (name: string, value: string): void => onChange({ ...constants, [name]: { value } });
  const remove = (name: string): void =>
    onChange(Object.fromEntries(Object.entries(constants).filter(([one]) => one !== name)));
  return (
    <div className={styles.importConstants}>
      {Object.entries(constants).map(([name, { value }]) => {
        const field = object.byName[name];
        const label = fields.find((one) => one.value === name)?.label ?? name;
        const options =
          field?.kind === "select"
            ? field.options
                .filter(({ hidden }) => !hidden)
                .map((one) => ({ value: one.name, label: of(one.label, one.name) }))
            : null;
        return (
          <div key={name} className={fieldStyles.labelled}>
            <label htmlFor={`constant-${name}`}>{t(importScreenMessages.constantOf, { field: label })}</label>
            <div className={styles.importConstant}>
              {options ? (
                <Select
                  id={`constant-${name}`}
                  value={value || null}
                  options={options}
                  onChange={(next: string) => put(name, next)}
                />
              ) : (
                <Input
                  id={`constant-${name}`}
                  value={value}
                  maxLength={200}
                  onChange={(event) => put(name, event.target.value)}
                />
              )}
              <Button size="small" onClick={() => remove(name)}>
                {t(importScreenMessages.remove)}
              </Button>
            </div>
          </div>
        );
      })}
      <Select
        aria-label={t(importScreenMessages.addConstant)}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t(importScreenMessages.addConstant)}
        value={null}
        options={fields.filter(({ value }) => !(value in constants))}
        onChange={(name: string | null) => name && put(name, "")}
      />
    </div>
  );
}
