import { useSortable } from "@dnd-kit/sortable";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./StageRow.module.css";

export interface StageRowProps {
  readonly stage: Stage;
  readonly on: boolean;
  readonly onOpen: () => void;
}
/** One stage in the list, with a handle to drag it by. */
export function StageRow({ stage, on, onOpen }: StageRowProps) {
  const { t, of } = useLanguage();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({
    id: stage.name,
  });
  return (
    <div
      ref={setNodeRef}
      className={styles.stageRow}
      data-on={on || undefined}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
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
      <button
        type="button"
        className={`${base.plain} ${styles.stageRowPlain}`}
        aria-current={on || undefined}
        onClick={onOpen}
      >
        <span className={styles.stageDot} data-type={stage.type} />
        <span className={base.clip}>{of(stage.label, stage.name)}</span>
      </button>
      <small>{stage.probability}%</small>
    </div>
  );
}
