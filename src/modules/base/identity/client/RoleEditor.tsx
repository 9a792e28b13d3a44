import { Checkbox, Select } from "antd";
import { Suspense, useMemo, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { ABILITIES } from "../shared/abilities.ts";
import { FIELD_RIGHTS, type FieldRight, type Rights } from "../../../../shared/rights/rights.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { can, isShown, useObject, useObjects } from "../../../../ui/data/objects.ts";
import { patchRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { useEdited } from "../../../../ui/kit/use-edited.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { useModules } from "../../../../ui/record/panels.tsx";
import { type MatrixProps, ObjectMatrix } from "./roles/ObjectMatrix.tsx";
import { RoleSummary } from "./roles/RoleSummary.tsx";
import { FIELD_TEXTS } from "./roles/states/field-texts.ts";
import { StateRules } from "./roles/states/StateRules.tsx";
import { stateMessages } from "./roles/states/states.messages.ts";
import { RoleSaveBar } from "./RoleSaveBar.tsx";
import { readRights } from "../../../../shared/rights/parse-rights.ts";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as abilityStyles from "../../../../ui/kit/ability.module.css";
import * as baseStyles from "../../../../ui/kit/base.module.css";
import * as rightsTableStyles from "../../../../ui/kit/rights-table.module.css";
import * as settingsPageStyles from "../../../../ui/kit/SettingsPage.module.css";

/** What a role may do: objects and whose records, fields, and abilities beyond them. */
export function RoleEditor({ role }: { readonly role: Values }) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const info = useObject("role");
  const { rights: held } = partOf(roleObject, role);
  const kept = useMemo(() => readRights(held), [held]);
  const { values: rights, setValues: setRights, changed } = useEdited<Rights>(kept);
  const [tab, setTab] = useState("objects");
  const { busy, save: send } = useSave();
  const actions = useModules().flatMap((module) => module.roleActions ?? []);
  const locked = !info || !can(info, "update");
  const save = () => {
    const values = { rights: JSON.parse(JSON.stringify(rights)) };
    const patch = { object: roleObject.name, id: idOf(role), values, base: { rights: held ?? null } };
    void send(() => patchRecord(patch, newId()), {
      told: t(kitMessages.saved),
      onDone: () => refresh(roleObject.name),
    });
  };
  return (
    <div className={baseStyles.stack}>
      <RoleSummary role={role} rights={rights} />
      {!changed &&
        actions.map(({ name, Component }) => (
          <Suspense key={name}>
            <Component role={role} />
          </Suspense>
        ))}
      <Tabs
        label={t(identityScreenMessages.roles)}
        value={tab}
        onChange={setTab}
        items={[
          { key: "objects", label: t(settingsMessages.objectRights) },
          { key: "fields", label: t(settingsMessages.fieldRights) },
          { key: "states", label: t(stateMessages.byState) },
          { key: "abilities", label: t(settingsMessages.abilities) },
        ]}
      />
      <fieldset disabled={locked} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        {tab === "objects" && <ObjectMatrix rights={rights} onChange={setRights} />}
        {tab === "fields" && <FieldMatrix rights={rights} onChange={setRights} />}
        {tab === "states" && <StateRules rights={rights} onChange={setRights} />}
        {tab === "abilities" && <AbilityList rights={rights} onChange={setRights} />}
      </fieldset>
      {changed && !locked && (
        <RoleSaveBar
          role={role}
          rights={rights}
          busy={busy}
          onSave={save}
          onDiscard={() => setRights(kept)}
        />
      )}
    </div>
  );
}

function FieldMatrix({ rights, onChange }: MatrixProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [name, setName] = useState(
    objects.has("opportunity") ? "opportunity" : ([...objects.keys()][0] ?? ""),
  );
  const object = objects.get(name);
  const own = rights.fields[name] ?? {};
  const set = (field: string, right: FieldRight) => {
    const { [field]: _old, ...rest } = own;
    onChange({
      ...rights,
      fields: { ...rights.fields, [name]: right === "edit" ? rest : { ...rest, [field]: right } },
    });
  };
  return (
    <div className={`${baseStyles.stack} ${rightsTableStyles.rightsTable}`}>
      <Select
        className={settingsPageStyles.settingsForm}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t(settingsMessages.object)}
        value={name}
        options={[...objects.values()].map((one) => ({ value: one.name, label: of(one.plural, one.name) }))}
        onChange={setName}
      />
      <DataTable
        label={t(settingsMessages.fieldRights)}
        rows={object?.fields.filter(isShown) ?? []}
        rowKey={(field) => field.name}
        columns={[
          {
            key: "name",
            title: t(settingsMessages.fieldName),
            render: (field) => of(field.label, field.name),
          },
          {
            key: "api",
            title: t(settingsMessages.apiName),
            render: (field) => <code className={baseStyles.muted}>{field.name}</code>,
          },
          {
            key: "right",
            title: t(settingsMessages.fieldRights),
            render: (field) => (
              <Select<FieldRight>
                size="small"
                variant="borderless"
                aria-label={of(field.label)}
                value={own[field.name] ?? "edit"}
                options={FIELD_RIGHTS.map((right) => ({ value: right, label: t(FIELD_TEXTS[right]) }))}
                onChange={(right) => set(field.name, right)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

function AbilityList({ rights, onChange }: MatrixProps) {
  const { t } = useLanguage();
  const all = rights.abilities.includes("*");
  const toggle = (name: string, on: boolean) =>
    onChange({
      ...rights,
      abilities: on ? [...rights.abilities, name] : rights.abilities.filter((one) => one !== name),
    });
  return (
    <div>
      <label className={abilityStyles.ability}>
        <Checkbox checked={all} onChange={(event) => toggle("*", event.target.checked)} />
        <strong>{t(settingsMessages.allAbilities)}</strong>
      </label>
      {ABILITIES.map((ability) => (
        <label key={ability.name} className={abilityStyles.ability}>
          <Checkbox
            disabled={all}
            checked={all || rights.abilities.includes(ability.name)}
            onChange={(event) => toggle(ability.name, event.target.checked)}
          />
          <span>
            {t(ability.label)}
            <small>{t(ability.description)}</small>
          </span>
        </label>
      ))}
    </div>
  );
}
