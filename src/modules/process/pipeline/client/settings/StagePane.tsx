import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { ActionsEditor } from "./ActionsEditor.tsx";
import { CriteriaEditor } from "./CriteriaEditor.tsx";
import { GuidanceEditor } from "./GuidanceEditor.tsx";
import { LayerSwitches } from "./LayerSwitches.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { StageBasics } from "./StageBasics.tsx";
import type { StageEditorProps } from "./StageEditor.tsx";

export interface StagePaneProps extends Omit<StageEditorProps, "onRemove"> {
  readonly tab: string;
}
/** What the open tab of a stage shows. */
export function StagePane({ tab, object, stage, stages, fixed, place, faulty, onChange }: StagePaneProps) {
  const { t } = useLanguage();
  return (
    <>
      {tab === "basics" && (
        <StageBasics
          key={stage.name}
          stage={stage}
          taken={stages.map((one) => one.name)}
          fixed={fixed}
          onChange={onChange}
        />
      )}
      {tab === "entry" && (
        <CriteriaEditor
          object={object}
          stages={stages}
          hint={t(pipelineSettingsMessages.entryHint)}
          criteria={stage.entry}
          faulty={faulty}
          sought={place?.id}
          onChange={(entry) => onChange({ ...stage, entry })}
        />
      )}
      {tab === "exit" && (
        <CriteriaEditor
          object={object}
          stages={stages}
          hint={t(pipelineSettingsMessages.exitHint)}
          criteria={stage.exit}
          faulty={faulty}
          sought={place?.id}
          onChange={(exit) => onChange({ ...stage, exit })}
        />
      )}
      {tab === "actions" && <ActionsEditor object={object} stage={stage} onChange={onChange} />}
      {tab === "guidance" && (
        <GuidanceEditor
          guidance={stage.guidance ?? {}}
          onChange={(guidance) => onChange({ ...stage, guidance })}
        />
      )}
      {tab === "layers" && <LayerSwitches stage={stage} onChange={onChange} />}
    </>
  );
}
