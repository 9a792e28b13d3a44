import { Button } from "antd";
import { useState } from "react";
import { Route, Routes, useParams, useSearchParams } from "react-router";
import { useObject } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { PageParts } from "../../../../ui/record/PageParts.tsx";
import { AddObjectDialog } from "./AddObjectDialog.tsx";
import { BehaviourTab } from "./behaviour/BehaviourTab.tsx";
import { behaviourMessages } from "./behaviour/behaviour.messages.ts";
import { FieldsTable } from "./FieldsTable.tsx";
import { DefinitionProblems, Deleted } from "./DeletedObjects.tsx";
import { ObjectActions } from "./ObjectActions.tsx";
import { objectTexts } from "./objects.messages.ts";
import { PackageDialog } from "./PackageDialog.tsx";
import { ObjectsTable } from "./ObjectsTable.tsx";
import "./objects.css";
import { definitionEntryTexts } from "./entry.messages.ts";
import { definitionTexts } from "./definitions.messages.ts";

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
      title={t(definitionEntryTexts.objects)}
      lead={t(definitionTexts.addObjectLead)}
      action={
        <span className="line">
          <Ghost icon="copy" onClick={() => setPacking(true)}>
            {t(objectTexts.package)}
          </Ghost>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(definitionTexts.addObject)}
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
  if (!object) return <Empty icon="search" title={t(kitTexts.missingTitle)} />;
  return (
    <SettingsPage
      back="/settings/objects"
      title={of(object.label, object.name)}
      action={<ObjectActions object={object} />}
    >
      <Tabs
        label={of(object.label, object.name)}
        items={[
          { key: "fields", label: t(behaviourMessages.fields) },
          { key: "behaviour", label: t(behaviourMessages.title) },
        ]}
        value={tab}
        onChange={setTab}
      />
      {tab === "fields" ? <FieldsTable object={object} /> : <BehaviourTab object={object} />}
    </SettingsPage>
  );
}
