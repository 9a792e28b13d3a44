import type { PipelineInfo } from "../../data/pipelines.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./PipelineChoice.module.css";

export interface PipelineChoiceProps {
  readonly pipelines: readonly PipelineInfo[];
  readonly value: PipelineInfo;
  readonly onChange: (id: string) => void;
}
/** Which pipeline the board shows, where there are several. */
export function PipelineChoice({ pipelines, value, onChange }: PipelineChoiceProps) {
  const { t, of } = useLanguage();
  return (
    <div
      className={`${styles.boardPipelines} ${base.rowWrap}`}
      role="group"
      aria-label={t(recordScreenMessages.pipeline)}
    >
      {pipelines.map((one) => (
        <QuietButton
          key={one.id}
          on={one === value}
          aria-pressed={one === value}
          onClick={() => onChange(one.id)}
        >
          <span className={base.clip}>{of(one.label, one.name)}</span>
        </QuietButton>
      ))}
    </div>
  );
}
