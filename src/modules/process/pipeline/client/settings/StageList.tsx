import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  horizontalListSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from "@dnd-kit/sortable";
import { stageColor } from "../../../../../ui/kit/colors.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { addStage, moveStageTo } from "./pipeline-edits.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { StageStep } from "./StageStep.tsx";
import * as styles from "./StageList.module.css";

export interface StageListProps {
  readonly stages: readonly Stage[];
  readonly open: Stage | undefined;
  readonly onChange: (stages: readonly Stage[]) => void;
  readonly onOpen: (name: string) => void;
}
/** The stages as a strip in their order, to be dragged, opened and added to. */
export function StageList({ stages, open, onChange, onOpen }: StageListProps) {
  const { t } = useLanguage();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const at = (name: unknown) => stages.findIndex((one) => one.name === name);
  const alive = stages.filter((one) => one.type === "open");
  const add = () => {
    const made = addStage(stages, {
      "zh-CN": pipelineSettingsMessages.newStage["zh-CN"],
      en: pipelineSettingsMessages.newStage.en,
    });
    onChange(made.stages);
    onOpen(made.name);
  };
  return (
    <div className={styles.stageList} data-part="stage-strip">
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) =>
          over && active.id !== over.id && onChange(moveStageTo(stages, at(active.id), at(over.id)))
        }
      >
        <SortableContext items={stages.map((one) => one.name)} strategy={horizontalListSortingStrategy}>
          {stages.map((one) => (
            <StageStep
              key={one.name}
              stage={one}
              color={stageColor(one.type, alive.indexOf(one), alive.length)}
              on={one === open}
              onOpen={() => onOpen(one.name)}
            />
          ))}
        </SortableContext>
      </DndContext>
      <QuietButton icon="plus" onClick={add}>
        {t(pipelineSettingsMessages.addStage)}
      </QuietButton>
    </div>
  );
}
