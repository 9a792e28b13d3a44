import { Select } from "antd";
import { useState } from "react";
import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useLookup } from "../../../../../ui/data/lookups.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import type { Recipient, StageAction } from "../../shared/pipeline.ts";
import { type Choice, useNamed } from "./choices.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as formGridStyles from "./form-grid.module.css";

type Notify = Extract<StageAction, { kind: "notify" }>;
const keyOf = (recipient: Recipient): string =>
  typeof recipient === "string"
    ? recipient
    : "role" in recipient
      ? `role:${recipient.role}`
      : `person:${recipient.person}`;
function recipientOf(key: string): Recipient {
  if (key === "owner" || key === "manager") return key;
  return key.startsWith("role:") ? { role: key.slice(5) } : { person: key.slice(7) };
}

/** Who is told, and what. */
export function NotifyBody({
  action,
  onChange,
}: {
  readonly action: Notify;
  readonly onChange: (action: StageAction) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const people = usePeople(action.to, text);
  const matches = ({ label }: Choice) => label.toLowerCase().includes(text.trim().toLowerCase());
  const roles = useNamed("role").map((role) => ({ value: `role:${role.value}`, label: role.label }));
  const relations = [
    { value: "owner", label: t(pipelineSettingsMessages.owner) },
    { value: "manager", label: t(pipelineSettingsMessages.manager) },
  ];
  const options = [
    { label: t(pipelineSettingsMessages.byRelation), options: relations.filter(matches) },
    { label: t(pipelineSettingsMessages.rolesGroup), options: roles.filter(matches) },
    { label: t(pipelineSettingsMessages.peopleGroup), options: [...people.found] },
  ].filter((group) => group.options.length > 0);
  const known = new Map(
    [...relations, ...roles, ...people.found, ...people.chosen].map((choice) => [choice.value, choice.label]),
  );
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled wide label={t(pipelineSettingsMessages.notifyTo)}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveWithTab}
            value={action.to.map(keyOf)}
            options={options}
            filterOption={false}
            onSearch={setText}
            labelRender={({ value }) => known.get(String(value)) ?? "…"}
            onChange={(keys: readonly string[]) => onChange({ ...action, to: keys.map(recipientOf) })}
          />
        )}
      </Labelled>
      <Labelled
        wide
        label={t(pipelineSettingsMessages.notifyText)}
        hint={t(pipelineSettingsMessages.notifyHint)}
      >
        {() => (
          <LabelPair
            name={t(pipelineSettingsMessages.notifyText)}
            max={500}
            value={action.text}
            onChange={(next) => onChange({ ...action, text: next })}
          />
        )}
      </Labelled>
    </div>
  );
}

/** People whose name matches, and the names of those already chosen. */
function usePeople(
  to: readonly Recipient[],
  text: string,
): { readonly found: readonly Choice[]; readonly chosen: readonly Choice[] } {
  const ids = to.flatMap((recipient) =>
    typeof recipient === "object" && "person" in recipient ? [recipient.person] : [],
  );
  const found = useLookup(["user"], text, true).data ?? [];
  const chosen =
    useRecords("user", { filter: `id in ${JSON.stringify(ids)}`, limit: 20 }, ids.length > 0).data?.data ??
    [];
  return {
    found: found.map(({ id, title }) => ({ value: `person:${id}`, label: title })),
    chosen: chosen.map((person) => ({
      value: `person:${idOf(person)}`,
      label: partOf(user, person).name ?? "",
    })),
  };
}
