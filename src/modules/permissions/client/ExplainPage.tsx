import { Segmented, Select } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { isShown, useObject, useObjects } from "../../../ui/data/objects.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { Empty } from "../../../ui/kit/States.tsx";
import { ExplainResult } from "./ExplainResult.tsx";
import { type Asked, useExplanation } from "./permission-data.ts";
import { actionLabels, permissionMessages } from "./permissions.messages.ts";
import { RecordSelect } from "./RecordSelect.tsx";
import "./permissions.css";

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
const NAMES = ["user", "role", "department", "object", "record", "field", "action"] as const;

/** Whose rights, on what: the question stands in the address, so that it can be shared. */
export function ExplainPage() {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const of = (name: (typeof NAMES)[number]) => search.get(name) ?? "";
  const asked: Asked = {
    user: of("user"),
    role: of("role"),
    department: of("department"),
    object: of("object") || "account",
    record: of("record"),
    field: of("field"),
    action: of("action") || "read",
  };
  const change = (part: Partial<Asked>) => {
    const next = Object.entries({ ...asked, ...part }).filter(([, value]) => value !== "");
    setSearch(new URLSearchParams(next), { replace: true });
  };
  const proof = useExplanation(asked);
  return (
    <div className="page">
      <PageHeader icon="eye" title={t(permissionMessages.title)} />
      <div className="page-body stack explain-page">
        <p className="muted">{t(permissionMessages.lead)}</p>
        <div className="explain-form">
          <WhoFields asked={asked} onChange={change} />
          <WhatFields asked={asked} onChange={change} />
        </div>
        {proof.isEnabled ? (
          <Loaded query={proof} rows={4}>
            {(answer) => <ExplainResult answer={answer} />}
          </Loaded>
        ) : (
          <Empty icon="eye" title={t(permissionMessages.start)} detail={t(permissionMessages.startDetail)} />
        )}
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
}

function WhoFields({ asked, onChange }: FieldsProps) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<"person" | "role">(asked.role ? "role" : "person");
  const turn = (next: "person" | "role") => {
    setKind(next);
    onChange({ user: "", role: "", department: "" });
  };
  return (
    <>
      <Labelled label={t(permissionMessages.who)}>
        {({ id }) => (
          <Segmented<"person" | "role">
            id={id}
            block
            value={kind}
            options={[
              { value: "person", label: t(permissionMessages.person) },
              { value: "role", label: t(permissionMessages.role) },
            ]}
            onChange={turn}
          />
        )}
      </Labelled>
      <Labelled label={t(kind === "person" ? permissionMessages.person : permissionMessages.role)}>
        {({ id }) =>
          kind === "person" ? (
            <RecordSelect id={id} object="user" value={asked.user} onChange={(user) => onChange({ user })} />
          ) : (
            <RecordSelect id={id} object="role" value={asked.role} onChange={(role) => onChange({ role })} />
          )
        }
      </Labelled>
      <Labelled label={t(permissionMessages.department)}>
        {({ id }) => (
          <RecordSelect
            id={id}
            object="department"
            disabled={kind === "person"}
            value={asked.department}
            onChange={(department) => onChange({ department })}
          />
        )}
      </Labelled>
    </>
  );
}

function WhatFields({ asked, onChange }: FieldsProps) {
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
            className="full-width"
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
            className="full-width"
            value={asked.action}
            options={actions.map((action) => ({ value: action, label: t(actionLabels[action]) }))}
            onChange={(action: string) => onChange(action === "create" ? { action, record: "" } : { action })}
          />
        )}
      </Labelled>
      <Labelled label={t(permissionMessages.field)}>
        {({ id }) => (
          <Select
            id={id}
            className="full-width"
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
    </>
  );
}
