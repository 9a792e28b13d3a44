import { Modal } from "antd";
import { useState } from "react";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { QuickCreateContext } from "../../../../ui/field/quick-create.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { RuleCondition } from "./RuleCondition.tsx";
import { RuleField } from "./RuleField.tsx";
import { RuleHead } from "./RuleHead.tsx";
import { sharingScreenMessages } from "./sharing.messages.ts";
import { useSavingRule } from "./use-saving-rule.ts";
import * as base from "../../../../ui/kit/base.module.css";

const NEW: Values = {
  name: "",
  object: "opportunity",
  criteria: "",
  to: null,
  below: true,
  level: "read",
  active: true,
};

/** One rule: records of which object, under which condition, for whom. */
export function RuleDialog({
  rule,
  onClose,
}: {
  readonly rule: Values | null;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [values, setValues] = useState<Values>(rule ?? NEW);
  const { object = "", criteria = "", to } = partOf(sharingRule, values);
  const { save, saving, problem, clear } = useSavingRule(rule, onClose);
  const [building, setBuilding] = useState(criteria === "");
  const put = (given: Values) => (setValues((now) => ({ ...now, ...given })), clear());
  const toDepartment = to?.object === "department";
  return (
    <Modal
      open
      width={640}
      title={t(rule ? sharingScreenMessages.editRule : sharingScreenMessages.addRule)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ loading: saving }}
      mask={{ closable: false }}
      onOk={() => void save(values, building)}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Refusal words={problem} />
        <RuleHead
          values={values}
          onChange={(given) => (put(given), "object" in given && setBuilding(true))}
        />
        <RuleCondition
          key={object}
          values={values}
          building={building}
          onBuild={(open) => (setBuilding(open), clear())}
          onChange={(given) => put({ criteria: given })}
        />
        <QuickCreateContext value={null}>
          {["to", ...(toDepartment ? ["below"] : []), "level"].map((name) => (
            <RuleField key={name} name={name} values={values} onChange={put} />
          ))}
        </QuickCreateContext>
      </div>
    </Modal>
  );
}
