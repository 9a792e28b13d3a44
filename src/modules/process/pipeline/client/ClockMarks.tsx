import type { ReactNode } from "react";
import { clocked } from "../../../../shared/metadata/clock-fields.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { CardMarkProps } from "../../../../ui/slots/board.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { Icon, type IconName } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { pipelineScreenMessages } from "./pipeline.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as dwellMarkStyles from "../../../../ui/kit/dwell-mark.module.css";

/**
 * How long nobody was in touch with the customer, and how often the deal was put off: only where that is
 * unusual, beside how long it stands.
 */
export function ClockMarks({ record }: CardMarkProps) {
  const { t } = useLanguage();
  const clocks = partOf(clocked, record);
  const { idle_level: idle, slip_level: slip, next_meeting_at: meeting } = clocks;
  const days = textValue(clocks.idle_days);
  const slips = { count: clocks.slip_count ?? 0, days: clocks.slip_days ?? 0 };
  return (
    <>
      {idle && (
        <Mark
          level={idle}
          icon="message"
          words={[
            t(pipelineScreenMessages.idleMark, { days: Number(days) }),
            ...(meeting ? [t(pipelineScreenMessages.idleEased, { at: timeText(meeting) })] : []),
          ]}
        >
          {days}
        </Mark>
      )}
      {slip && (
        <Mark level={slip} icon="calendar" words={[t(pipelineScreenMessages.slipMark, slips)]}>
          ×{slips.count}
        </Mark>
      )}
    </>
  );
}

interface MarkProps {
  readonly level: string;
  readonly icon: IconName;
  readonly words: readonly string[];
  readonly children: ReactNode;
}
function Mark({ level, icon, words, children }: MarkProps) {
  const { t } = useLanguage();
  const title = [
    t(level === "red" ? pipelineScreenMessages.level_red : pipelineScreenMessages.level_amber),
    ...words,
  ].join(" · ");
  return (
    <Tooltip title={title}>
      <span
        className={`${base.line} ${dwellMarkStyles.dwellMark}`}
        data-part="dwell-mark"
        data-level={level}
        role="note"
        aria-label={title}
      >
        <Icon name={icon} size={12} />
        {children}
      </span>
    </Tooltip>
  );
}
