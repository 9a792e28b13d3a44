import { Input } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import { isShown, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { exampleIn } from "../../../../ui/field/example-in.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import * as styles from "./CheckFields.module.css";

/** What each object is told apart by, in the order in which people know it. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
  account: ["name", "uscc", "phone"],
  lead: ["company", "contact_name", "mobile", "email"],
  contact: ["name", "mobile", "email"],
};

/** Only what was typed. */
export const givenOf = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => textValue(value).trim() !== ""));

interface CheckFieldsProps {
  readonly object: ObjectInfo;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}
export function CheckFields({ object, values, onChange }: CheckFieldsProps) {
  const { language, of } = useLanguage();
  const fields = (ASKED[object.name] ?? []).flatMap((name) => object.byName[name] ?? []).filter(isShown);
  return (
    <div className={styles.duplicateForm}>
      {fields.map((field) => (
        <Labelled key={field.name} label={of(field.label)}>
          {({ id }) => (
            <Input
              id={id}
              allowClear
              value={textValue(values[field.name])}
              placeholder={exampleIn(field.example, language)}
              onChange={(event) => onChange({ ...values, [field.name]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}
