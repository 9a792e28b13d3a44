import { useState } from "react";
import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import type { Stage } from "../../shared/pipeline.ts";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { type FaultPlace, placeOf } from "./ProblemList.tsx";
import { StageEditor } from "./StageEditor.tsx";
import { StageList } from "./StageList.tsx";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";
import * as styles from "./StagesEditor.module.css";

export interface StagesEditorProps {
  readonly object: ObjectInfo;
  readonly draft: PipelineDraft;
  /** Names of published stages, which stay as they are. */
  readonly published: readonly string[];
  /** The fault that is looked for. */
  readonly place: FaultPlace | null;
  readonly faults: readonly ProblemItem[];
  readonly onChange: (draft: PipelineDraft) => void;
}
/** The stages as a strip, and below it the one that is open. */
export function StagesEditor({ object, draft, published, place, faults, onChange }: StagesEditorProps) {
  const { stages } = draft;
  const [chosen, setChosen] = useChosen(stages, place);
  const faulty = new Set(faults.flatMap((fault) => placeOf(fault)?.id ?? []));
  const stage = stages.find((one) => one.name === chosen) ?? stages[0];
  const change = (next: readonly Stage[]) => onChange({ ...draft, stages: next });
  const replace = (next: Stage) => {
    change(stages.map((one) => (one === stage ? next : one)));
    setChosen(next.name);
  };
  return (
    <div className={styles.pipelineEditor}>
      <StageList stages={stages} open={stage} onChange={change} onOpen={setChosen} />
      <div className={paneStyles.pipelinePane} data-part="pipeline-pane">
        {stage && (
          <StageEditor
            key={`${stages.indexOf(stage)} ${place?.stage === stage.name ? `${place.part} ${place.id}` : ""}`}
            place={place?.stage === stage.name ? place : null}
            faulty={faulty}
            object={object}
            stage={stage}
            stages={stages}
            fixed={published.includes(stage.name)}
            onChange={replace}
            onRemove={() => change(stages.filter((one) => one !== stage))}
          />
        )}
      </div>
    </div>
  );
}

/** The stage that is open: the one that was chosen last, or that a fault has led to. */
function useChosen(stages: readonly Stage[], place: FaultPlace | null) {
  const [chosen, setChosen] = useState(place?.stage ?? stages[0]?.name ?? "");
  const [sought, setSought] = useState(place);
  if (sought !== place) {
    setSought(place);
    if (place) setChosen(place.stage);
  }
  return [chosen, setChosen] as const;
}
