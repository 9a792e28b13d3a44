import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { useState } from "react";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { addStage, moveStageTo, type PipelineDraft } from "./pipeline-edits.ts";
import { settingsTexts } from "./settings.messages.ts";
import { type FaultPlace, placeOf } from "./ProblemList.tsx";
import { StageEditor } from "./StageEditor.tsx";

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
/** The stages in their order, and one of them open. */
export function StagesEditor({ object, draft, published, place, faults, onChange }: StagesEditorProps) {
  const { t } = useLanguage();
  const { stages } = draft;
  const [chosen, setChosen] = useChosen(stages, place);
  const faulty = new Set(faults.flatMap((fault) => placeOf(fault)?.id ?? []));
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const stage = stages.find((one) => one.name === chosen) ?? stages[0];
  const change = (next: readonly Stage[]) => onChange({ ...draft, stages: next });
  const at = (name: unknown) => stages.findIndex((one) => one.name === name);
  const add = () => {
    const made = addStage(stages, {
      "zh-CN": settingsTexts.newStage["zh-CN"],
      en: settingsTexts.newStage.en,
    });
    change(made.stages);
    setChosen(made.name);
  };
  const replace = (next: Stage) => {
    change(stages.map((one) => (one === stage ? next : one)));
    setChosen(next.name);
  };
  return (
    <div className="pipeline-editor">
      <div className="stage-list">
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={({ active, over }) =>
            over && active.id !== over.id && change(moveStageTo(stages, at(active.id), at(over.id)))
          }
        >
          <SortableContext items={stages.map((one) => one.name)} strategy={verticalListSortingStrategy}>
            {stages.map((one) => (
              <StageRow key={one.name} stage={one} on={one === stage} onOpen={() => setChosen(one.name)} />
            ))}
          </SortableContext>
        </DndContext>
        <Ghost icon="plus" onClick={add}>
          {t(settingsTexts.addStage)}
        </Ghost>
      </div>
      <div className="pipeline-pane">
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

function StageRow({
  stage,
  on,
  onOpen,
}: {
  readonly stage: Stage;
  readonly on: boolean;
  readonly onOpen: () => void;
}) {
  const { t, of } = useLanguage();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({
    id: stage.name,
  });
  return (
    <div
      ref={setNodeRef}
      className="stage-row"
      data-on={on || undefined}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
    >
      <button
        type="button"
        className="handle"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`${t(settingsTexts.dragHandle)} ${of(stage.label, stage.name)}`}
      >
        <Icon name="drag" size={14} />
      </button>
      <button type="button" className="plain" aria-current={on || undefined} onClick={onOpen}>
        <span className="stage-dot" data-type={stage.type} />
        <span className="clip">{of(stage.label, stage.name)}</span>
      </button>
      <small>{stage.probability}%</small>
    </div>
  );
}
