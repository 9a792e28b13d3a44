import type { PipelineInfo } from "../../data/pipelines.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";

export interface PipelineChoiceProps {
  readonly pipelines: readonly PipelineInfo[];
  readonly value: PipelineInfo;
  readonly onChange: (id: string) => void;
}
/** Which pipeline the board shows, where there are several. */
export function PipelineChoice({ pipelines, value, onChange }: PipelineChoiceProps) {
  const { t, of } = useLanguage();
  return (
    <div className="board-pipelines row-wrap" role="group" aria-label={t(recordScreenMessages.pipeline)}>
      {pipelines.map((one) => (
        <QuietButton
          key={one.id}
          on={one === value}
          aria-pressed={one === value}
          onClick={() => onChange(one.id)}
        >
          <span className="clip">{of(one.label, one.name)}</span>
        </QuietButton>
      ))}
    </div>
  );
}
