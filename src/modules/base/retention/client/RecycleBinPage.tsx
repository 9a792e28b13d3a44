import { Select } from "antd";
import { useState } from "react";
import { hasRight, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { Bin } from "./Bin.tsx";
import { binMessages } from "./bin.messages.ts";

/** What was deleted and may come back, object by object. */
export function RecycleBinPage() {
  const { t, of } = useLanguage();
  const offered = [...useObjects().values()].filter(
    (object) => (object.area || object.custom) && !object.ledger && hasRight(object, "delete"),
  );
  const [chosen, choose] = useState("opportunity");
  const object = offered.find((one) => one.name === chosen) ?? offered[0];
  const choice = object && (
    <Select
      value={object.name}
      aria-label={t(binMessages.object)}
      options={offered.map((one) => ({ value: one.name, label: of(one.label) }))}
      onChange={choose}
    />
  );
  return (
    <SettingsPage title={t(binMessages.title)} lead={t(binMessages.lead)} action={choice}>
      {object ? (
        <Bin key={object.name} object={object} />
      ) : (
        <Empty icon="trash" title={t(binMessages.none)} />
      )}
    </SettingsPage>
  );
}
