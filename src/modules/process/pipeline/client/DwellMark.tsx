import { clocked } from "../../../../shared/metadata/clock-fields.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { CardMarkProps } from "../../../../ui/slots/board.ts";
import { linkId } from "../../../../ui/data/values.ts";
import { lastMomentOf } from "../../../../ui/kit/company-clock.ts";
import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { dwellLevel, visitLengthOf } from "../shared/dwell.ts";
import { dwellNormLines, levelIcon, visitLine } from "./time-in-stage-lines.ts";
import { pipelineScreenMessages } from "./pipeline.messages.ts";
import { useDwellNorms } from "./pipeline-data.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as dwellMarkStyles from "../../../../ui/kit/dwell-mark.module.css";

const momentOf = (asOf: string | undefined): string => (asOf ? lastMomentOf(asOf) : new Date().toISOString());
const FINE = { level: "fine", cause: null } as const;

/**
 * Days in the stage as a calendar counts them, the working days in its hint; amber or red, with an icon and a
 * word, when won records rarely took so long.
 */
export function DwellMark({ object, record, asOf }: CardMarkProps) {
  const { t } = useLanguage();
  const { pipeline, stage_entered_at: entered } = partOf(staged, record);
  const norms = useDwellNorms(linkId(pipeline));
  if (!entered || !norms) return null;
  const norm = norms.data.find((one) => one.stage === record[object.stageField ?? ""]);
  const stay = visitLengthOf(norms, entered, momentOf(asOf));
  // Beside other marks the number alone: a card is narrow.
  const { idle_level, slip_level } = partOf(clocked, record);
  const isOneOfSeveral = Boolean(idle_level ?? slip_level);
  const isOpen = norm?.type === "open";
  const level = isOpen ? dwellLevel(stay.workingDays, norm.working_days, norm.max_dwell, norm.set) : FINE;
  const lines = [visitLine(t, stay), ...(isOpen ? dwellNormLines(t, norm, level) : [])];
  const mark = (
    <span
      className={`${base.line} ${dwellMarkStyles.dwellMark}`}
      data-part="dwell-mark"
      data-level={level.level}
      {...(level.level === "fine"
        ? { title: lines.join("\n") }
        : { role: "note", "aria-label": lines.join(" ") })}
    >
      <Icon name={levelIcon(level)} size={12} />
      {isOneOfSeveral ? stay.calendarDays : t(pipelineScreenMessages.standing, { days: stay.calendarDays })}
    </span>
  );
  // A tooltip of its own only where there is something to explain: boards show hundreds of cards.
  if (level.level === "fine") return mark;
  return <Tooltip title={<DwellLines lines={lines} />}>{mark}</Tooltip>;
}

export const DwellLines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
);
