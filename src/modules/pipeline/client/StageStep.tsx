import { Tooltip } from "antd";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { Stage } from "../shared/pipeline.ts";
import type { Transition } from "./gate-data.ts";
import { pipelineTexts } from "./pipeline.messages.ts";

export interface StageStepProps {
  readonly stage: Stage;
  /** Where the record stands. */
  readonly current: Stage | undefined;
  readonly gate: Transition | undefined;
  /** Working days spent here. */
  readonly days: number | undefined;
  readonly locked: boolean;
  readonly onMove: () => void;
}

/** One stage of the bar. A shut one says why on hover; the current one warns when the record stands still. */
export function StageStep({ stage, current, gate, days, locked, onMove }: StageStepProps) {
  const { t, of } = useLanguage();
  const isCurrent = stage === current;
  const why = gate && !isCurrent && !gate.allowed ? gate.unmet.map((item) => item.message) : [];
  const max = isCurrent && stage.type === "open" ? stage.max_dwell : undefined;
  const isLate = max !== undefined && (days ?? 0) > max;
  const isPassed = current !== undefined && stage.type === "open" && stage.order < current.order;
  const reasons = why.length > 0 && (
    <ul>
      {why.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  return (
    <Tooltip title={reasons || (isLate ? t(pipelineTexts.standsStill, { days: days ?? 0, max }) : "")}>
      <span role="listitem" className="stage-place">
        <button
          type="button"
          className="stage-step"
          data-type={stage.type}
          data-state={isCurrent ? "current" : isPassed ? "passed" : "ahead"}
          aria-current={isCurrent ? "step" : undefined}
          aria-description={why.join(" ") || undefined}
          disabled={isCurrent || locked}
          onClick={onMove}
        >
          <b>
            {why.length > 0 && <Icon name="lock" size={11} />}
            {isLate && <Icon name="warning" size={12} />}
            <span className="clip">{of(stage.label, stage.name)}</span>
          </b>
          {days !== undefined && <small>{t(pipelineTexts.daysHere, { days })}</small>}
        </button>
      </span>
    </Tooltip>
  );
}
