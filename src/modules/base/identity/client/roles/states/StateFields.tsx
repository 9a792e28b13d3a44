import { Select } from "antd";
import { FIELD_RIGHTS, type FieldRight } from "../../../../../../shared/rights/rights.ts";
import { isShown } from "../../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../../ui/kit/QuietButton.tsx";
import { FIELD_TEXTS } from "./field-texts.ts";
import type { RuleProps } from "./StateRuleCard.tsx";
import { stateMessages } from "./states.messages.ts";
import * as base from "../../../../../../ui/kit/base.module.css";
import * as styles from "./StateRules.module.css";

/** Fields while the record is in the state: those that are not named stay as they are. */
export function StateFields({ object, rule, onChange }: RuleProps) {
  const { t, of } = useLanguage();
  const { fields = {}, ...rest } = rule;
  const names = Object.keys(fields);
  const set = (name: string, right: FieldRight) =>
    onChange({ ...rest, fields: { ...fields, [name]: right } });
  const drop = (name: string) => {
    const { [name]: _old, ...others } = fields;
    onChange(Object.keys(others).length > 0 ? { ...rest, fields: others } : rest);
  };
  const nameOf = (name: string) => of(object.byName[name]?.label, name);
  const free = object.fields.filter((field) => isShown(field) && !names.includes(field.name));
  return (
    <div className={styles.settings}>
      {names.map((name) => (
        <div key={name} className={styles.setting}>
          <span className={base.muted}>{nameOf(name)}</span>
          <span className={base.line}>
            <Select<FieldRight>
              size="small"
              aria-label={nameOf(name)}
              value={fields[name] ?? "edit"}
              options={FIELD_RIGHTS.map((right) => ({ value: right, label: t(FIELD_TEXTS[right]) }))}
              onChange={(right) => set(name, right)}
            />
            <QuietButton
              icon="close"
              aria-label={t(stateMessages.removeField, { field: nameOf(name) })}
              onClick={() => drop(name)}
            />
          </span>
        </div>
      ))}
      <label className={styles.setting}>
        <span className={base.muted}>{t(stateMessages.fields)}</span>
        <Select<string>
          size="small"
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t(stateMessages.addField)}
          placeholder={t(stateMessages.addField)}
          value={null}
          options={free.map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
          onChange={(name) => set(name, "mask")}
        />
      </label>
    </div>
  );
}
