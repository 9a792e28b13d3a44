import type { ListedRegistry } from "../../../../../shared/wire/behaviour.contract.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { behaviourMessages } from "./behaviour.messages.ts";
import { useScreenRegistries } from "./use-screen-registries.ts";
import * as base from "../../../../../ui/kit/base.module.css";

interface RegistriesProps {
  readonly object: ObjectInfo;
  /** Those of the server. */
  readonly registries: readonly ListedRegistry[];
}
/** What else the modules have registered for records of an object: a line for each list. */
export function Registries({ object, registries }: RegistriesProps) {
  const { t, of, language } = useLanguage();
  const ofScreens = useScreenRegistries(object);
  return (
    <>
      <h3>{t(behaviourMessages.registered)}</h3>
      <p className={base.muted}>{t(behaviourMessages.registeredLead)}</p>
      <DataTable
        label={t(behaviourMessages.registered)}
        rows={[...registries, ...ofScreens]}
        rowKey={({ name }) => name}
        columns={[
          { key: "list", title: t(behaviourMessages.list), width: 220, render: ({ label }) => t(label) },
          {
            key: "entries",
            title: t(behaviourMessages.entries),
            render: ({ entries }) =>
              entries.map(({ name, label }) => of(label, name)).join(language === "en" ? ", " : "、"),
          },
        ]}
      />
    </>
  );
}
