import { Input, Modal, Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { createRecord, patchRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { LabelPair } from "../../../../ui/kit/LabelPair.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { serviceLevel } from "../shared/service-level.object.ts";
import { AmountField } from "./AmountField.tsx";
import { LevelCondition } from "./LevelCondition.tsx";
import { CONDITIONS, CONSENTS, type LevelForm, missingOf, readLevel, valuesOf } from "./level-form.ts";
import { LevelSteps } from "./LevelSteps.tsx";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

type Condition = (typeof CONDITIONS)[number];

/** One limit: about what, from when to when, how long, and who is told. */
export function LevelDialog({
  level,
  onClose,
}: {
  readonly level: Values | null;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [form, setForm] = useState(() => readLevel(level));
  const [building, setBuilding] = useState<Condition | null>(null);
  const { save, busy, problem, clear } = useSavingLevel(level, onClose);
  const put = (part: Partial<LevelForm>) => (setForm((now) => ({ ...now, ...part })), clear());
  return (
    <Modal
      open
      width={680}
      title={t(level ? levelMessages.edit : levelMessages.add)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ loading: busy }}
      mask={{ closable: false }}
      onOk={() => void save(form, building)}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Refusal words={problem} />
        <LevelHead form={form} isNew={level === null} onChange={(part) => (put(part), setBuilding(null))} />
        <LevelTimes
          form={form}
          building={building}
          onBuild={(name) => (setBuilding(name), clear())}
          onChange={put}
        />
      </div>
    </Modal>
  );
}

interface LevelTimesProps {
  readonly form: LevelForm;
  readonly building: Condition | null;
  readonly onBuild: (name: Condition | null) => void;
  readonly onChange: (part: Partial<LevelForm>) => void;
}
/** How long, from when to when, and who is told before and after. */
function LevelTimes({ form, building, onBuild, onChange: put }: LevelTimesProps) {
  const { t } = useLanguage();
  const object = useObjects().get(form.object);
  return (
    <>
      <Labelled label={t(levelMessages.target)} required>
        {({ id }) => (
          <AmountField
            id={id}
            label={t(levelMessages.target)}
            value={form.target}
            onChange={(target) => put({ target })}
          />
        )}
      </Labelled>
      {object &&
        CONDITIONS.map((name) => (
          <LevelCondition
            key={`${form.object} ${name}`}
            name={name}
            object={object}
            value={form[name]}
            building={building === name}
            onBuild={(open) => onBuild(open ? name : null)}
            onChange={(value) => put({ [name]: value })}
          />
        ))}
      <Labelled label={t(levelMessages.warn)}>
        {({ id }) => (
          <AmountField
            id={id}
            label={t(levelMessages.warn)}
            value={form.warn}
            placeholder={t(levelMessages.noWarn)}
            onChange={(warn) => put({ warn })}
          />
        )}
      </Labelled>
      <Labelled label={t(levelMessages.escalate)}>
        {() => <LevelSteps steps={form.escalate} onChange={(escalate) => put({ escalate })} />}
      </Labelled>
    </>
  );
}

function LevelHead({
  form,
  isNew,
  onChange,
}: {
  readonly form: LevelForm;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<LevelForm>) => void;
}) {
  const { t, of } = useLanguage();
  const objects = [...useObjects().values()].filter(({ internal, ledger }) => !internal && !ledger);
  return (
    <>
      <Labelled label={t(levelMessages.name)} required>
        {() => (
          <LabelPair
            name={t(levelMessages.name)}
            value={form.label}
            max={60}
            onChange={(label) => onChange({ label })}
          />
        )}
      </Labelled>
      <Labelled label={t(levelMessages.code)} required>
        {({ id }) => (
          <Input
            id={id}
            maxLength={100}
            value={form.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(levelMessages.object)} required>
        {({ id }) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={form.object}
            disabled={!isNew}
            options={[
              ...objects.map(({ name, label }) => ({ value: name, label: of(label) })),
              ...(objects.some(({ name }) => name === form.object)
                ? []
                : [
                    {
                      value: form.object,
                      label: form.object === CONSENTS ? t(levelMessages.consents) : form.object,
                    },
                  ]),
            ]}
            onChange={(object: string) => onChange({ object, start: "", pause: "", stop: "" })}
          />
        )}
      </Labelled>
    </>
  );
}

/** Saves a level, or says what it lacks. */
function useSavingLevel(level: Values | null, onDone: () => void) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [key] = useState(newId);
  const { errors, busy, submit, tell } = useForm([]);
  const save = (form: LevelForm, building: string | null) => {
    const missing = missingOf(form, building);
    if (missing) return tell(t(missing));
    const values = valuesOf(form);
    return submit({}, async () => {
      if (level)
        await patchRecord(
          {
            object: serviceLevel.name,
            id: idOf(level),
            values,
            base: Object.fromEntries(Object.keys(values).map((name) => [name, level[name] ?? null])),
          },
          key,
        );
      else await createRecord(serviceLevel.name, { ...values, active: true }, key);
      refresh(serviceLevel.name);
      onDone();
    });
  };
  return { save, busy, problem: errors[""], clear: () => tell(null) };
}
