import { useState } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { ActionsEditor } from "./ActionsEditor.tsx";
import { CriteriaEditor } from "./CriteriaEditor.tsx";
import { GuidanceEditor } from "./GuidanceEditor.tsx";
import { LayerSwitches } from "./LayerSwitches.tsx";
import type { FaultPlace } from "./ProblemList.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { StageBasics } from "./StageBasics.tsx";

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
export function StageEditor({
  object,
  stage,
  stages,
  fixed,
  place,
  faulty,
  onChange,
  onRemove,
}: StageEditorProps) {
  const { t, of } = useLanguage();
  const [tab, setTab] = useState(place?.part ?? "basics");
  const count = (list: readonly unknown[]) => (list.length > 0 ? ` ${list.length}` : "");
  const tabs = [
    { key: "basics", label: t(settingsTexts.basics) },
    { key: "entry", label: t(settingsTexts.entry) + count(stage.entry) },
    { key: "exit", label: t(settingsTexts.exit) + count(stage.exit) },
    { key: "actions", label: t(settingsTexts.actions) + count([...stage.on_enter, ...stage.on_exit]) },
    { key: "guidance", label: t(settingsTexts.guidance) },
    { key: "layers", label: t(settingsTexts.layers) },
  ];
  return (
    <div className="stack">
      <div className="line">
        <h2 className="grow">{of(stage.label, stage.name)}</h2>
        <Ghost icon="trash" disabled={stages.length === 1} onClick={onRemove}>
          {t(settingsTexts.removeStage)}
        </Ghost>
      </div>
      <Tabs label={of(stage.label, stage.name)} items={tabs} value={tab} onChange={setTab} />
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
          hint={t(settingsTexts.entryHint)}
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
          hint={t(settingsTexts.exitHint)}
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
    </div>
  );
}
