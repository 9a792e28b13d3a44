import { useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Select, Switch } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useIntent } from "../../../ui/data/intent.ts";
import { OBJECTS } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../ui/kit/leave-with-tab.ts";
import { isAble, useMe } from "../../../ui/data/session.ts";
import { apiNameOf } from "./api-name.ts";
import { objectTexts } from "./objects/objects.messages.ts";
import { faultAt, useDefinitionForm } from "./objects/use-definition-form.ts";
import { useRoleChoices } from "./objects/use-roles.ts";
import { settingsTexts } from "./settings.messages.ts";

export function AddObjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intent = useIntent();
  const [values, setValues] = useState({ zh: "", en: "", name: "" });
  const [stages, setStages] = useState(false);
  const [full, setFull] = useState<readonly string[]>([]);
  const [read, setRead] = useState<readonly string[]>([]);
  const me = useMe();
  const first = me.company.language;
  const grants = isAble(me, "roles.manage");
  const { errors, busy, submit } = useDefinitionForm();
  const name = values.name || apiNameOf(values.en);
  const save = () =>
    submit(["label", "name", "rights"], async () => {
      const label = Object.fromEntries(
        [["zh-CN", values.zh] as const, ["en", values.en] as const].filter(([, text]) => text.trim() !== ""),
      );
      const rights = { ...rightsOf(read, READS), ...rightsOf(full, MAKES) };
      const body = {
        name,
        label,
        plural: label,
        stages,
        ...(Object.keys(rights).length > 0 ? { rights } : {}),
      };
      const { data } = await intent.run(body, (key) =>
        request<{ data: { name: string } }>("/objects", { method: "POST", body, key }),
      );
      await client.invalidateQueries({ queryKey: OBJECTS });
      onClose();
      await navigate(`/settings/objects/${data.name}`);
    });
  return (
    <Modal
      open
      width={460}
      title={t(settingsTexts.addObject)}
      okText={t(settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="stack">
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        <Labelled
          label={t(settingsTexts.labelZh)}
          required={first === "zh-CN"}
          error={first === "zh-CN" ? faultAt(errors, "label") : undefined}
        >
          {({ id }) => (
            <Input
              id={id}
              autoFocus
              value={values.zh}
              onChange={(event) => setValues({ ...values, zh: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled
          label={t(settingsTexts.labelEn)}
          required={first === "en"}
          error={first === "en" ? faultAt(errors, "label") : undefined}
        >
          {({ id }) => (
            <Input
              id={id}
              value={values.en}
              onChange={(event) => setValues({ ...values, en: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled
          label={t(settingsTexts.apiName)}
          required
          error={faultAt(errors, "name")}
          hint={t(settingsTexts.apiNameHint)}
        >
          {({ id }) => (
            <Input
              id={id}
              className="mono"
              value={name}
              onChange={(event) => setValues({ ...values, name: event.target.value })}
            />
          )}
        </Labelled>
        <label className="line">
          <Switch size="small" checked={stages} onChange={setStages} />
          {t(settingsTexts.withStages)}
        </label>
        {grants && (
          <WhoUses
            full={full}
            read={read}
            error={faultAt(errors, "rights")}
            onFull={setFull}
            onRead={setRead}
          />
        )}
      </div>
    </Modal>
  );
}

const MAKES = { create: true, read: "all", update: "all", delete: "own" };
const READS = { create: false, read: "all", update: "none", delete: "none" };
const rightsOf = (roles: readonly string[], rights: object): Readonly<Record<string, object>> =>
  Object.fromEntries(roles.map((role) => [role, rights]));

interface WhoUsesProps {
  readonly full: readonly string[];
  readonly read: readonly string[];
  readonly error: string | undefined;
  readonly onFull: (roles: readonly string[]) => void;
  readonly onRead: (roles: readonly string[]) => void;
}
/** Without a role of theirs nobody but administrators would see the new object. */
function WhoUses({ full, read, error, onFull, onRead }: WhoUsesProps) {
  const { t } = useLanguage();
  return (
    <fieldset className="stack plain-fieldset">
      <legend>{t(objectTexts.whoUses)}</legend>
      <p className="note">{t(objectTexts.whoUsesHint)}</p>
      <RolesSelect label={t(objectTexts.useFull)} value={full} error={error} onChange={onFull} />
      <RolesSelect label={t(objectTexts.useRead)} value={read} error={undefined} onChange={onRead} />
    </fieldset>
  );
}

interface RolesSelectProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (roles: readonly string[]) => void;
}
function RolesSelect({ label, value, error, onChange }: RolesSelectProps) {
  const { of } = useLanguage();
  const roles = useRoleChoices();
  return (
    <Labelled label={label} error={error}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          onInputKeyDown={leaveWithTab}
          showSearch={{ optionFilterProp: "label" }}
          value={[...value]}
          options={roles.map((role) => ({ value: role.name, label: of(role.label, role.name) }))}
          onChange={(next: string[]) => onChange(next)}
        />
      )}
    </Labelled>
  );
}
