import { Select } from "antd";
import { isShown, useObject, useObjects } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { actionMessages, permissionMessages } from "./permissions.messages.ts";
import { RecordSelect } from "./RecordSelect.tsx";
import type { AskedFieldsProps } from "./WhoFields.tsx";
import * as base from "../../../../ui/kit/base.module.css";

const ACTIONS = [
  "read",
  "update",
  "delete",
  "create",
  "transition",
  "export",
  "transfer",
  "restore",
] as const;

/** What is asked about: a record of an object, what is done to it, and one of its fields. */
export function WhatFields({ asked, onChange }: AskedFieldsProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const object = useObject(asked.object);
  const actions = ACTIONS.filter((action) => action !== "transition" || object?.stageField !== undefined);
  return (
    <>
      <Labelled label={t(permissionMessages.object)}>
        {({ id }) => (
          <Select
            id={id}
            className={base.fullWidth}
            showSearch={{ optionFilterProp: "label" }}
            value={asked.object}
            options={[...objects.values()].map((one) => ({
              value: one.name,
              label: of(one.label, one.name),
            }))}
            onChange={(name: string) => onChange({ object: name, record: "", field: "" })}
          />
        )}
      </Labelled>
      <Labelled label={t(permissionMessages.record)}>
        {({ id }) => (
          <RecordSelect
            id={id}
            object={asked.object}
            disabled={asked.action === "create"}
            value={asked.record}
            onChange={(record) => onChange({ record })}
          />
        )}
      </Labelled>
      <Labelled label={t(permissionMessages.action)}>
        {({ id }) => (
          <Select
            id={id}
            className={base.fullWidth}
            value={asked.action}
            options={actions.map((action) => ({ value: action, label: t(actionMessages[action]) }))}
            onChange={(action: string) => onChange(action === "create" ? { action, record: "" } : { action })}
          />
        )}
      </Labelled>
      <FieldChoice asked={asked} onChange={onChange} />
    </>
  );
}

function FieldChoice({ asked, onChange }: AskedFieldsProps) {
  const { t, of } = useLanguage();
  const object = useObject(asked.object);
  return (
    <Labelled label={t(permissionMessages.field)}>
      {({ id }) => (
        <Select
          id={id}
          className={base.fullWidth}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          value={asked.field || undefined}
          options={(object?.fields ?? [])
            .filter(isShown)
            .map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
          onChange={(field: string | undefined) => onChange({ field: field ?? "" })}
        />
      )}
    </Labelled>
  );
}
