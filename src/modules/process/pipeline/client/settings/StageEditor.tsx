import { useState } from "react";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Tabs } from "../../../../../ui/kit/Tabs.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import type { FaultPlace } from "./ProblemList.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { StagePane } from "./StagePane.tsx";
import * as base from "../../../../../ui/kit/base.module.css";

export interface StageEditorProps {
  readonly object: ObjectInfo;
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  /** Its name is published. */
  readonly fixed: boolean;
  /** The fault in this stage that is looked for; ids of criteria and actions that have one. */
  readonly place: FaultPlace | null;
  readonly faulty: ReadonlySet<string>;
  readonly onChange: (stage: Stage) => void;
  readonly onRemove: () => void;
}
/** Everything a stage says. */
export function StageEditor(props: StageEditorProps) {
  const { stage, stages, place, onRemove } = props;
  const { t, of } = useLanguage();
  const [tab, setTab] = useState(place?.part ?? "basics");
  const count = (list: readonly unknown[]) => (list.length > 0 ? ` ${list.length}` : "");
  const tabs = [
    { key: "basics", label: t(pipelineSettingsMessages.basics) },
    { key: "entry", label: t(pipelineSettingsMessages.entry) + count(stage.entry) },
    { key: "exit", label: t(pipelineSettingsMessages.exit) + count(stage.exit) },
    {
      key: "actions",
      label: t(pipelineSettingsMessages.actions) + count([...stage.on_enter, ...stage.on_exit]),
    },
    { key: "guidance", label: t(pipelineSettingsMessages.guidance) },
    { key: "layers", label: t(pipelineSettingsMessages.layers) },
  ];
  return (
    <div className={base.stack} data-part="stack">
      <div className={base.line}>
        <h2 className={base.grow}>{of(stage.label, stage.name)}</h2>
        <QuietButton icon="trash" disabled={stages.length === 1} onClick={onRemove}>
          {t(pipelineSettingsMessages.removeStage)}
        </QuietButton>
      </div>
      <Tabs label={of(stage.label, stage.name)} items={tabs} value={tab} onChange={setTab} />
      <StagePane {...props} tab={tab} />
    </div>
  );
}
