import { useObject } from "../../../../ui/data/objects.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RulePartProps } from "./RuleHead.tsx";

/** One field of the rule, as its object describes it. */
export function RuleField({ name, values, onChange }: RulePartProps & { readonly name: string }) {
  const { of } = useLanguage();
  const field = useObject("sharing_rule")?.byName[name];
  if (!field) return null;
  return (
    <Labelled label={of(field.label)} required={name === "to"}>
      {({ id, invalid }) => (
        <FieldInput
          id={id}
          object="sharing_rule"
          field={field}
          value={values[name] ?? null}
          record={values}
          invalid={invalid}
          onChange={(value) => onChange({ [name]: value })}
        />
      )}
    </Labelled>
  );
}
