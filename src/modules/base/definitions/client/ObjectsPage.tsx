import { Button } from "antd";
import { useState } from "react";
import { Route, Routes, useParams, useSearchParams } from "react-router";
import { useObject } from "../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { PageParts } from "../../../../ui/record/PageParts.tsx";
import { AddObjectDialog } from "./AddObjectDialog.tsx";
import { BehaviourTab } from "./behaviour/BehaviourTab.tsx";
import { behaviourMessages } from "./behaviour/behaviour.messages.ts";
import { formLayoutMessages } from "./form/form-layout.messages.ts";
import { FormTab } from "./form/FormTab.tsx";
import { FieldsTable } from "./FieldsTable.tsx";
import { DefinitionProblems, Deleted } from "./DeletedObjects.tsx";
import { ObjectActions } from "./ObjectActions.tsx";
import { objectMessages } from "./objects.messages.ts";
import { PackageDialog } from "./PackageDialog.tsx";
import { ObjectsTable } from "./ObjectsTable.tsx";
import { definitionEntryMessages } from "./entry.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export function ObjectsPage() {
  return (
    <Routes>
      <Route index element={<ObjectList />} />
      <Route path=":object" element={<ObjectFields />} />
    </Routes>
  );
}

function ObjectList() {
  const { t } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [search] = useSearchParams();
  const [packing, setPacking] = useState(search.has("package"));
  return (
    <SettingsPage
      title={t(definitionEntryMessages.objects)}
      lead={t(definitionScreenMessages.addObjectLead)}
      action={
        <span className={base.line}>
          <QuietButton icon="copy" onClick={() => setPacking(true)}>
            {t(objectMessages.package)}
          </QuietButton>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(definitionScreenMessages.addObject)}
          </Button>
        </span>
      }
    >
      <PageParts place="settings.objects" />
      <DefinitionProblems />
      <ObjectsTable />
      <Deleted />
      {packing && <PackageDialog onClose={() => setPacking(false)} />}
      {adding && <AddObjectDialog onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

function ObjectFields() {
  const { t, of } = useLanguage();
  const object = useObject(useParams<"object">().object ?? "");
  const [tab, setTab] = useState("fields");
  const [chosen, choose] = useState<string | null>(null);
  // The form is drawn when it is first asked for; what was begun in it is still there after a look elsewhere.
  const [isFormDrawn, setFormDrawn] = useState(false);
  const toTab = (next: string) => {
    setTab(next);
    if (next === "form") setFormDrawn(true);
  };
  const toForm = (field: string | null) => {
    choose(field);
    toTab("form");
  };
  if (!object) return <Empty icon="search" title={t(kitMessages.missingTitle)} />;
  return (
    <SettingsPage
      back="/settings/objects"
      isWide={tab === "form"}
      title={of(object.label, object.name)}
      action={<ObjectActions object={object} />}
    >
      <Tabs
        label={of(object.label, object.name)}
        items={[
          { key: "fields", label: t(behaviourMessages.fields) },
          { key: "form", label: t(formLayoutMessages.form) },
          { key: "behaviour", label: t(behaviourMessages.title) },
        ]}
        value={tab}
        onChange={toTab}
      />
      {tab === "fields" && <FieldsTable object={object} onEdit={toForm} />}
      {isFormDrawn && (
        <div hidden={tab !== "form"}>
          <FormTab object={object} chosen={chosen} onChoose={choose} />
        </div>
      )}
      {tab === "behaviour" && <BehaviourTab object={object} />}
    </SettingsPage>
  );
}
