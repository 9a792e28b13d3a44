import type { CSSProperties } from "react";
import { useSortable } from "@dnd-kit/sortable";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { criteriaOf } from "../../shared/layers.ts";
import type { Stage } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./StageStep.module.css";

export interface StageStepProps {
  readonly stage: Stage;
  /** As the stage is tinted wherever it is shown. */
  readonly color: string;
  readonly on: boolean;
  readonly onOpen: () => void;
}
/** One stage of the strip: its name, how much it asks for and how likely it is won; dragged by its handle. */
export function StageStep({ stage, color, on, onOpen }: StageStepProps) {
  const { t, of } = useLanguage();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({
    id: stage.name,
  });
  const asks = criteriaOf(stage, "entry").length + criteriaOf(stage, "exit").length;
  const moved = transform ? `translateX(${transform.x}px)` : undefined;
  return (
    <div
      ref={setNodeRef}
      className={styles.step}
      data-on={on || undefined}
      style={{ "--dot": color, transform: moved, transition } as CSSProperties}
    >
      <button
        type="button"
        className={styles.handle}
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`${t(pipelineSettingsMessages.dragHandle)} ${of(stage.label, stage.name)}`}
      >
        <Icon name="drag" size={14} />
      </button>
      <div className={styles.words}>
        <button
          type="button"
          className={`${base.plain} ${styles.stepName}`}
          aria-current={on || undefined}
          onClick={onOpen}
        >
          {of(stage.label, stage.name)}
        </button>
        <small>
          {asks > 0
            ? t(pipelineSettingsMessages.asks, { count: asks })
            : t(pipelineSettingsMessages.noCriteria)}
          {stage.type === "open" && stage.probability > 0 && ` · ${stage.probability}%`}
        </small>
      </div>
    </div>
  );
}
