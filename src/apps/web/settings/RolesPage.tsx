import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useNavigate, useParams, Route, Routes, Navigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { role as roleObject } from "../../../objects/system/role/role.object.ts";
import { anyRecord, partOf, valuesOf } from "../../../shared/metadata/record-of.ts";
import { newId } from "../../../ui/data/new-id.ts";
import { can, useObject } from "../../../ui/data/objects.ts";
import { createRecord, useRecords, useRefresh } from "../../../ui/data/records.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { useMe } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { RoleEditor } from "./RoleEditor.tsx";
import { roleCode, roleLabel } from "./role-label.ts";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

export function RolesPage() {
  const roles = useRecords("role", { sort: "created_at", limit: 100 });
  if (roles.isPending) return <Skeleton rows={6} />;
  if (roles.isError) return <Failure error={roles.error} onRetry={() => void roles.refetch()} />;
  const [first] = roles.data.data;
  return (
    <Routes>
      <Route index element={first ? <Navigate replace to={roleCode(first)} /> : null} />
      <Route path=":name" element={<RoleOf roles={roles.data.data} />} />
    </Routes>
  );
}

function RoleOf({ roles }: { readonly roles: readonly Values[] }) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const object = useObject("role");
  const { name } = useParams();
  const [adding, setAdding] = useState(false);
  const role = roles.find((one) => partOf(roleObject, one).name === name) ?? roles[0];
  return (
    <Section
      title={t(entryTexts.roles)}
      action={
        object &&
        can(object, "create") && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(settingsTexts.addRole)}
          </Button>
        )
      }
    >
      <div className="split">
        <nav className="split-list" aria-label={t(entryTexts.roles)}>
          {roles.map((one) => (
            <Ghost
              key={idOf(one)}
              on={one === role}
              aria-current={one === role || undefined}
              onClick={() => void navigate(`/settings/roles/${roleCode(one)}`)}
            >
              <span className="clip">{of(roleLabel(one), roleCode(one))}</span>
            </Ghost>
          ))}
        </nav>
        {role && (
          <RoleEditor key={`${idOf(role)}${textValue(partOf(anyRecord, role).version)}`} role={role} />
        )}
      </div>
      {adding && role && <AddRole from={role} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddRole({ from, onClose }: { readonly from: Values; readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [values, setValues] = useState({ name: "", zh: "", en: "" });
  const first = useMe().company.language === "en" ? "en" : "zh";
  const { errors, busy, submit } = useDoorForm(["name", first]);
  const save = () =>
    submit(values, async () => {
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
  const field = (name: keyof typeof values, label: (typeof settingsTexts)["labelZh"]) => (
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
      title={t(settingsTexts.addRole)}
      okText={t(settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t(settingsTexts.duplicateOf, { name: of(roleLabel(from), roleCode(from)) })}</p>
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        {field("zh", settingsTexts.labelZh)}
        {field("en", settingsTexts.labelEn)}
        {field("name", settingsTexts.roleCode)}
      </div>
    </Modal>
  );
}
