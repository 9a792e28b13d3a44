import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { CardMarkProps } from "../../../../ui/slots/board.ts";
import { linkId, textValue } from "../../../../ui/data/values.ts";
import { WaitingSign } from "../../../../ui/field/StageCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { checklistProgress } from "../shared/checklist-progress.ts";
import { ClockMarks, DwellMark, usePipeline } from "../../pipeline/client/public.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./StageMarks.module.css";

/** What a card says of its stage: how far its checklist is, and how long it has stood there. */
export function StageMarks(props: CardMarkProps) {
  return (
    <>
      {Number(textValue(props.record["waiting_consents"]) || 0) > 0 && <WaitingSign />}
      <ChecklistMark {...props} />
      <DwellMark {...props} />
      <ClockMarks {...props} />
    </>
  );
}

function ChecklistMark({ object, record }: CardMarkProps) {
  const { t } = useLanguage();
  const pipeline = usePipeline(linkId(partOf(staged, record).pipeline)).data;
  const stage = pipeline?.stages.find((one) => one.name === record[object.stageField ?? ""]);
  const progress = stage?.type === "open" ? checklistProgress(stage, record) : null;
  if (!progress) return null;
  const words = t(gateScreenMessages.ticked, { done: progress.done, of: progress.of });
  return (
    <span
      className={`${base.line} ${styles.checklistMark}`}
      data-done={progress.percent === 100 || undefined}
      role="note"
      aria-label={`${words} ${progress.percent}%`}
      title={words}
    >
      <Icon name="check-square" size={12} />
      {progress.percent}%
    </span>
  );
}
