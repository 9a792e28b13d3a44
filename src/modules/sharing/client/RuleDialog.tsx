import { Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useObject, useObjects } from "../../../ui/data/objects.ts";
import { useRecords, useRefresh } from "../../../ui/data/records.ts";
import { linkObject, textValue } from "../../../ui/data/values.ts";
import { FieldInput } from "../../../ui/field/FieldInput.tsx";
import { QuickCreateContext } from "../../../ui/field/quick-create.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { ConditionPanel } from "../../../ui/record/condition/ConditionPanel.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { Words } from "./RulesPage.tsx";
import { saveRecord, useKey } from "./share-data.ts";
import { sharingTexts } from "./sharing.messages.ts";

const NEW: Values = {
  name: "",
  object: "opportunity",
  criteria: "",
  to: null,
  below: true,
  level: "read",
  active: true,
};
const NAMES = ["name", "object", "criteria", "to", "below", "level"];

/** One rule: records of which object, under which condition, for whom. */
export function RuleDialog({
  rule,
  onClose,
}: {
  readonly rule: Values | null;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const key = useKey();
  const [values, setValues] = useState<Values>(rule ?? NEW);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [building, setBuilding] = useState(textValue(values["criteria"]) === "");
  const put = (given: Values) => (setValues((now) => ({ ...now, ...given })), setProblem(null));
  const toDepartment = linkObject(values["to"] ?? null, ["user"]) === "department";
  const submit = () => {
    // What stands in the open builder is not the rule's condition yet: never the old one in its place.
    const missing = missingOf(values, building);
    if (missing) return setProblem(t(missing));
    setSaving(true);
    const given = Object.fromEntries(NAMES.map((name) => [name, values[name] ?? null]));
    return saveRecord("sharing_rule", rule, given, key).then(
      () => (refresh("sharing_rule"), onClose()),
      (error: unknown) => (setSaving(false), setProblem(wordsOf(error, t(recordTexts.keptOffline)))),
    );
  };
  return (
    <Modal
      open
      width={640}
      title={t(rule ? sharingTexts.editRule : sharingTexts.addRule)}
      okText={t(sharingTexts.save)}
      cancelText={t(sharingTexts.cancel)}
      okButtonProps={{ loading: saving }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {problem && (
          <div className="banner banner-danger" role="alert">
            {problem}
          </div>
        )}
        <RuleHead
          values={values}
          onChange={(given) => (put(given), "object" in given && setBuilding(true))}
        />
        <Condition
          key={textValue(values["object"])}
          values={values}
          building={building}
          onBuild={(open) => (setBuilding(open), setProblem(null))}
          onChange={(criteria) => put({ criteria })}
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

function missingOf(values: Values, building: boolean) {
  if (!textValue(values["name"]).trim()) return sharingTexts.needName;
  if (building) return sharingTexts.applyFirst;
  if (!textValue(values["criteria"]).trim()) return sharingTexts.needCondition;
  return values["to"] ? null : sharingTexts.chooseTo;
}

interface PartProps {
  readonly values: Values;
  readonly onChange: (given: Values) => void;
}
function RuleHead({ values, onChange: put }: PartProps) {
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

function RuleField({ name, values, onChange }: PartProps & { readonly name: string }) {
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

/** The condition in words with how many records meet it; the builder opens in its place. */
interface ConditionProps {
  readonly values: Values;
  readonly building: boolean;
  readonly onBuild: (open: boolean) => void;
  readonly onChange: (criteria: string) => void;
}
function Condition({ values, building, onBuild: setBuilding, onChange }: ConditionProps) {
  const { t } = useLanguage();
  const object = useObject(textValue(values["object"]));
  const criteria = textValue(values["criteria"]);
  const counted = useRecords(
    object?.name ?? "",
    { filter: criteria, limit: 1, count: "bounded" },
    object !== undefined && criteria !== "" && !building,
  );
  if (!object) return null;
  const { total, more = false } = counted.data ?? {};
  return (
    <Labelled label={t(sharingTexts.ruleCondition)} required>
      {() =>
        building ? (
          <div className="rule-builder">
            <ConditionPanel
              object={object}
              value={criteria}
              onChange={onChange}
              onClose={() => setBuilding(false)}
            />
          </div>
        ) : (
          <div className="stack">
            {criteria && <Words object={object.name} text={criteria} />}
            {total !== undefined && (
              <span className="muted">
                {t(more ? sharingTexts.matchingMany : sharingTexts.matching, { count: total })}
              </span>
            )}
            <span>
              <Button size="small" onClick={() => setBuilding(true)}>
                {t(sharingTexts.changeCondition)}
              </Button>
            </span>
          </div>
        )
      }
    </Labelled>
  );
}
