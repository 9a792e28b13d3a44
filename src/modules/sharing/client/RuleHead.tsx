import { Input, Select } from "antd";
import type { Values } from "../../../shared/metadata/object.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { textValue } from "../../../ui/data/values.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { sharingTexts } from "./sharing.messages.ts";

export interface RulePartProps {
  readonly values: Values;
  readonly onChange: (given: Values) => void;
}
/** What the rule is called, and of which object it shares records. */
export function RuleHead({ values, onChange: put }: RulePartProps) {
  const { t, of } = useLanguage();
  const owned = [...useObjects().values()].filter((object) => object.sharing === "owner" && !object.internal);
  return (
    <>
      <Labelled label={t(sharingTexts.ruleName)} required>
        {({ id }) => (
          <Input
            id={id}
            maxLength={100}
            value={textValue(values["name"])}
            onChange={(event) => put({ name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(sharingTexts.ruleObject)} required>
        {({ id }) => (
          <Select
            id={id}
            value={textValue(values["object"])}
            options={owned.map((object) => ({ value: object.name, label: of(object.label) }))}
            onChange={(object: string) => put({ object, criteria: "" })}
          />
        )}
      </Labelled>
    </>
  );
}
