import { useQueryClient } from "@tanstack/react-query";
import { Modal, Switch } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { makeObject } from "../../../../shared/wire/objects.contract.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { OBJECTS } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { apiNameOf } from "./api-name.ts";
import { asSent } from "./field-draft.ts";
import { ObjectNames, type ObjectNamesValues } from "./ObjectNames.tsx";
import { everyFault, faultAt } from "./definition-errors.ts";
import { type UsingRoles, WhoUses } from "./WhoUses.tsx";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const SHOWN = ["label", "name", "rights"];
const MAKES = { create: true, read: "all", update: "all", delete: "own" };
const READS = { create: false, read: "all", update: "none", delete: "none" };
const rightsOf = (roles: readonly string[], rights: object): Readonly<Record<string, object>> =>
  Object.fromEntries(roles.map((role) => [role, rights]));

/** A new object as the API takes it, with the rights of the roles that use it. */
function bodyOf(names: ObjectNamesValues, stages: boolean, { full, read }: UsingRoles) {
  const label = Object.fromEntries(
    [["zh-CN", names.zh] as const, ["en", names.en] as const].filter(([, text]) => text.trim() !== ""),
  );
  const rights = { ...rightsOf(read, READS), ...rightsOf(full, MAKES) };
  return {
    ...(names.name ? { name: names.name } : {}),
    label,
    plural: label,
    stages,
    ...(Object.keys(rights).length > 0 ? { rights } : {}),
  };
}

export function AddObjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intent = useIntent();
  const [values, setValues] = useState({ zh: "", en: "", name: "" });
  const [stages, setStages] = useState(false);
  const [roles, setRoles] = useState<UsingRoles>({ full: [], read: [] });
  const grants = isAble(useMe(), "roles.manage");
  const { errors, busy, submit } = useForm(SHOWN, everyFault);
  const name = values.name || apiNameOf(values.en);
  const save = () =>
    submit({}, async () => {
      const body = asSent(bodyOf({ ...values, name }, stages, roles));
      const { data } = await intent.run(body, (key) => call(makeObject, { body, key }));
      await client.invalidateQueries({ queryKey: OBJECTS });
      onClose();
      await navigate(`/settings/objects/${data?.name ?? ""}`);
    });
  return (
    <Modal
      open
      width={460}
      title={t(definitionScreenMessages.addObject)}
      okText={t(kitMessages.add)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Refusal words={errors[""]} />
        <ObjectNames
          values={{ ...values, name }}
          errors={errors}
          onChange={(more) => setValues({ ...values, ...more })}
        />
        <label className={base.line}>
          <Switch size="small" checked={stages} onChange={setStages} />
          {t(definitionScreenMessages.withStages)}
        </label>
        {grants && <WhoUses value={roles} error={faultAt(errors, "rights")} onChange={setRoles} />}
      </div>
    </Modal>
  );
}
