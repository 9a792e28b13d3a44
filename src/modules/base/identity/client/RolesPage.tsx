import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useNavigate, useParams, Route, Routes, Navigate } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { anyRecord, partOf, valuesOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { can, useObject } from "../../../../ui/data/objects.ts";
import { createRecord, useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { PageParts } from "../../../../ui/record/PageParts.tsx";
import { RoleEditor } from "./RoleEditor.tsx";
import { useRoleMembers } from "./roles/use-role-members.ts";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RolesPage.module.css";

export function RolesPage() {
  const roles = useRecords("role", { sort: "created_at", limit: 100 });
  return (
    <QueryResult query={roles} rows={6}>
      {({ data }) => (
        <Routes>
          <Route index element={data[0] ? <Navigate replace to={roleCode(data[0])} /> : null} />
          <Route path=":name" element={<RoleOf roles={data} />} />
        </Routes>
      )}
    </QueryResult>
  );
}

function RoleOf({ roles }: { readonly roles: readonly Values[] }) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const object = useObject("role");
  const { name } = useParams();
  const [adding, setAdding] = useState(false);
  const members = useRoleMembers();
  const role = roles.find((one) => partOf(roleObject, one).name === name) ?? roles[0];
  return (
    <SettingsPage
      title={t(identityScreenMessages.roles)}
      action={
        object &&
        can(object, "create") && (
          <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(settingsMessages.addRole)}
          </Button>
        )
      }
    >
      <PageParts place="settings.roles" />
      <div className={styles.split}>
        <nav className={styles.splitList} aria-label={t(identityScreenMessages.roles)}>
          {roles.map((one) => (
            <QuietButton
              key={idOf(one)}
              on={one === role}
              aria-current={one === role || undefined}
              onClick={() => void navigate(`/settings/roles/${roleCode(one)}`)}
            >
              <span className={`${base.clip} ${base.grow}`}>{of(roleLabel(one), roleCode(one))}</span>
              {members && <span className={base.muted}>{members.get(idOf(one)) ?? 0}</span>}
            </QuietButton>
          ))}
        </nav>
        {role && (
          <RoleEditor key={`${idOf(role)}${textValue(partOf(anyRecord, role).version)}`} role={role} />
        )}
      </div>
      {adding && role && <AddRole from={role} onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

function AddRole({ from, onClose }: { readonly from: Values; readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [values, setValues] = useState({ name: "", zh: "", en: "" });
  const first = useMe().company.language === "en" ? "en" : "zh";
  const { errors, busy, submit } = useForm(["name", first]);
  const save = () =>
    submit({ name: values.name, [first]: values[first] }, async () => {
      const label = {
        ...(values.zh.trim() ? { "zh-CN": values.zh } : {}),
        ...(values.en.trim() ? { en: values.en } : {}),
      };
      const { rights = null } = partOf(roleObject, from);
      await createRecord(
        roleObject.name,
        valuesOf(roleObject, { name: values.name, label, rights }),
        newId(),
      );
      refresh("role");
      onClose();
      await navigate(`/settings/roles/${values.name}`);
    });
  const field = (name: keyof typeof values, label: (typeof settingsMessages)["labelZh"]) => (
    <Labelled label={t(label)} required={name === "name" || name === first} error={errors[name]}>
      {({ id, invalid }) => (
        <Input
          id={id}
          value={values[name]}
          status={invalid ? "error" : ""}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <Modal
      open
      width={440}
      title={t(settingsMessages.addRole)}
      okText={t(kitMessages.add)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <p className={base.muted}>
          {t(settingsMessages.duplicateOf, { name: of(roleLabel(from), roleCode(from)) })}
        </p>
        <Refusal words={errors[""]} />
        {field("zh", settingsMessages.labelZh)}
        {field("en", settingsMessages.labelEn)}
        {field("name", settingsMessages.roleCode)}
      </div>
    </Modal>
  );
}
