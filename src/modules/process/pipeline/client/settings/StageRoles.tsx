import { Select } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import { useNamed } from "./choices.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { StageBasicsProps } from "./StageBasics.tsx";

/** Who is responsible for a stage, who may move into it, and who may change records there. */
export function StageRoles({ stage, onChange }: StageBasicsProps) {
  const { t } = useLanguage();
  const roles = [...useNamed("role")];
  return (
    <>
      <Labelled label={t(pipelineSettingsMessages.ownerRole)}>
        {({ id }) => (
          <Select
            id={id}
            allowClear
            value={stage.owner_role}
            onChange={(value: string | undefined) => onChange({ ...stage, owner_role: value })}
            options={roles}
          />
        )}
      </Labelled>
      <Labelled wide label={t(pipelineSettingsMessages.movers)}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveWithTab}
            placeholder={t(pipelineSettingsMessages.anyone)}
            value={[...(stage.movers ?? [])]}
            onChange={(movers) => onChange({ ...stage, movers: movers.length > 0 ? movers : undefined })}
            options={roles}
          />
        )}
      </Labelled>
      <Labelled wide label={t(pipelineSettingsMessages.editors)}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveWithTab}
            placeholder={t(pipelineSettingsMessages.anyone)}
            value={[...(stage.editors ?? [])]}
            onChange={(editors) => onChange({ ...stage, editors: editors.length > 0 ? editors : undefined })}
            options={roles}
          />
        )}
      </Labelled>
    </>
  );
}
