import { FieldInput } from "../../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { withValue } from "../gate-answers.ts";
import type { UnmetProps } from "./UnmetCard.tsx";
import * as gateStyles from "../gate.module.css";

/** The inputs of the fields that are missing or that a condition reads. */
export function FillFields({ object, record, group, supply, onSupply }: UnmetProps) {
  const { of } = useLanguage();
  const fields = group.fields.flatMap((name) => object.byName[name] ?? []);
  if (fields.length === 0) return null;
  return (
    <div className={gateStyles.gateBody}>
      {fields.map((field) => (
        <Labelled key={field.name} label={of(field.label, field.name)}>
          {({ id, describedBy }) => (
            <FieldInput
              id={id}
              describedBy={describedBy}
              object={object.name}
              record={record}
              field={field}
              value={field.name in supply.values ? supply.values[field.name] : record[field.name]}
              onChange={(value) => onSupply(withValue(supply, field.name, value))}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}
