import { Select } from "antd";
import { useId, useState } from "react";
import type { ConditionRow } from "../../../shared/expression/simple-conditions.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useObjectOf } from "../../data/lookups.ts";
import { useMe } from "../../data/session.ts";
import { isList, textValue } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import type { FilterOperator } from "../../field/kind-ui.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { leaveWithTab } from "../../kit/leave-with-tab.ts";
import { useDebounced } from "../../kit/use-debounced.ts";
import { ME } from "../quick/quick-condition.ts";
import { useChoices, useChosen } from "../quick/use-choices.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { literalOf, operatorOf, typedOf } from "./condition-row.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ConditionLine.module.css";

export interface ConditionLineProps {
  readonly object: ObjectInfo;
  readonly fields: readonly FieldInfo[];
  readonly row: ConditionRow;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}
const rowFor = (field: string, operator: FilterOperator, value: WireValue | undefined): ConditionRow => {
  const given = operator.fixed ?? (operator.value === "none" ? undefined : value);
  return { field, operator: operator.operator, ...(given === undefined ? {} : { value: given }) };
};

export function ConditionLine({ object, fields, row, onChange, onRemove }: ConditionLineProps) {
  const { t, of } = useLanguage();
  const field = object.byName[row.field];
  const operators = field ? kindUi(field).operators : [];
  const operator = operatorOf(row, operators) ?? operators[0];
  const keep = (next: FilterOperator) =>
    rowFor(
      row.field,
      next,
      next.value === operator?.value && operator.fixed === undefined ? row.value : undefined,
    );
  return (
    <li className={styles.conditionLine}>
      <Select
        aria-label={t(recordScreenMessages.field)}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={220}
        value={row.field}
        options={fields.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
        onChange={(name: string) => {
          const next = object.byName[name];
          const [first] = next ? kindUi(next).operators : [];
          if (first) onChange(rowFor(name, first, undefined));
        }}
      />
      <Select
        aria-label={t(recordScreenMessages.conditions)}
        popupMatchSelectWidth={160}
        value={operator?.key ?? null}
        options={operators.map((one) => ({ value: one.key, label: t(one.label) }))}
        onChange={(key) => {
          const next = operators.find((one) => one.key === key);
          if (next) onChange(keep(next));
        }}
      />
      <div className={styles.conditionValue} data-part="condition-value">
        {field && operator && operator.value !== "none" && (
          <ValueOf
            object={object}
            field={field}
            operator={operator}
            row={row}
            onChange={(value) => onChange(rowFor(row.field, operator, value))}
          />
        )}
      </div>
      <QuietButton icon="close" aria-label={t(recordScreenMessages.removeCondition)} onClick={onRemove} />
    </li>
  );
}

interface ValueProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly operator: FilterOperator;
  readonly row: ConditionRow;
  readonly onChange: (value: WireValue) => void;
}
function ValueOf({ object, field, operator, row, onChange }: ValueProps) {
  const { t } = useLanguage();
  const id = useId();
  const currency = useMe().company.currency;
  const isLink = field.kind === "links" || field.kind === "link";
  const target = useObjectOf(isLink ? field.targets : [], textValue(row.value));
  if (isMap(row.value) && typeof row.value["expression"] === "string")
    return <code className={base.clip}>{row.value["expression"]}</code>;
  const options =
    field.kind === "select" || field.kind === "multiselect" || field.kind === "formula"
      ? field.options
      : undefined;
  if (operator.value === "many")
    return (
      <ManyValues
        object={object}
        field={options ? { ...field, kind: "select", options } : field}
        values={isList(row.value) ? row.value.map(textValue) : NONE}
        onChange={onChange}
      />
    );
  const shown: FieldInfo = options ? { ...field, kind: "select", options } : field;
  return (
    <>
      <label htmlFor={id} className={base.srOnly}>
        {t(recordScreenMessages.value)}
      </label>
      <FieldInput
        id={id}
        object={object.name}
        field={shown}
        value={typedOf(field, row.value, currency, target)}
        onChange={(value) => onChange(literalOf(field, value))}
      />
    </>
  );
}

const NONE: readonly string[] = [];
interface ManyValuesProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}
/** Several options, stages or people. */
function ManyValues({ object, field, values, onChange }: ManyValuesProps) {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const found = useChoices(object, field, useDebounced(text, 200)).filter(({ value }) => value !== ME);
  const chosen = useChosen(object, field, values);
  const others = chosen.filter((one) => found.every(({ value }) => value !== one.value));
  return (
    <Select
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      className={base.fullWidth}
      aria-label={t(recordScreenMessages.value)}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      maxTagCount="responsive"
      value={[...values]}
      options={[...(text === "" ? others : []), ...found]}
      labelRender={({ value }) => chosen.find((one) => one.value === value)?.label ?? value}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
