import { Input, Select } from "antd";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { sharingScreenMessages } from "./sharing.messages.ts";

export interface RulePartProps {
  readonly values: Values;
  readonly onChange: (given: Values) => void;
}
/** What the rule is called, and of which object it shares records. */
export function RuleHead({ values, onChange: put }: RulePartProps) {
  const { t, of } = useLanguage();
  const { name = "", object: chosen = "" } = partOf(sharingRule, values);
  const owned = [...useObjects().values()].filter((object) => object.sharing === "owner" && !object.internal);
  return (
    <>
      <Labelled label={t(sharingScreenMessages.ruleName)} required>
        {({ id }) => (
          <Input
            id={id}
            maxLength={100}
            value={name}
            onChange={(event) => put({ name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(sharingScreenMessages.ruleObject)} required>
        {({ id }) => (
          <Select
            id={id}
            value={chosen}
            options={owned.map((object) => ({ value: object.name, label: of(object.label) }))}
            onChange={(object: string) => put({ object, criteria: "" })}
          />
        )}
      </Labelled>
    </>
  );
}
