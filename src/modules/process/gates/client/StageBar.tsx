import { type RefObject, useEffect, useRef, useState } from "react";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { idOf, linkId, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useDwellNorms, usePipeline, useVisits } from "../../pipeline/client/public.ts";
import { ChangePipeline } from "./ChangePipeline.tsx";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { PathEnd } from "./PathEnd.tsx";
import { RunningExceptions } from "./RunningExceptions.tsx";
import { visitsByStage } from "./stage-visits.ts";
import { StageStep } from "./StageStep.tsx";
import { useWaitingMove } from "./WaitingMove.tsx";
import * as styles from "./StageBar.module.css";

/**
 * The way of a record through its open stages, with the days in each and why a stage is shut; won and lost are
 * its end.
 */
export function StageBar({ object, record, asOf }: RecordPanelProps) {
  const { t } = useLanguage();
  const id = idOf(record);
  const name = textValue(record[object.stageField ?? ""]);
  const pipelineId = linkId(partOf(staged, record).pipeline);
  const pipeline = usePipeline(pipelineId).data;
  const transitions = useTransitions(object.name, id, asOf === null).data ?? [];
  const stays = visitsByStage(useVisits(object.name, id).data ?? []);
  const norms = useDwellNorms(pipelineId);
  const { waiting } = useWaitingMove(object.name, id, asOf === null);
  const [moving, setMoving] = useState("");
  const isLocked = asOf !== null || object.isLocked === true;
  const bar = useRef<HTMLDivElement>(null);
  useInSight(bar, `${name} ${pipeline?.id ?? ""}`);
  // What runs is asked for in one go with the rest, from the same place as below.
  const exceptions = asOf === null && <RunningExceptions object={object.name} id={id} />;
  if (!pipeline) return [<div key="bar" className={styles.bar} aria-hidden />, exceptions];

  const current = pipeline.stages.find((one) => one.name === name);
  const open = pipeline.stages.filter((one) => one.type === "open");
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.steps} ref={bar} role="list" aria-label={t(gateScreenMessages.stages)}>
          {open.map((stage) => (
            <StageStep
              key={stage.name}
              stage={stage}
              current={current}
              gate={transitions.find((one) => one.to === stage.name)}
              stays={stays.get(stage.name)}
              norm={norms?.data.find((norm) => norm.stage === stage.name)}
              locked={isLocked || waiting.length > 0}
              waiting={waiting.some((one) => one.to === stage.name)}
              onMove={() => setMoving(stage.name)}
            />
          ))}
        </div>
        <PathEnd
          record={record}
          stages={pipeline.stages.filter((one) => one.type !== "open")}
          current={current}
          locked={isLocked || waiting.length > 0}
          onMove={setMoving}
        />
        {!isLocked && waiting.length === 0 && <ChangePipeline object={object} record={record} />}
        <MoveDialog
          object={object}
          record={record}
          to={transitions.find((one) => one.to === moving)}
          confirm
          onClose={() => setMoving("")}
        />
      </div>
      {exceptions}
    </>
  );
}

/** Scrolls to the current stage whenever what is shown changes. */
function useInSight(bar: RefObject<HTMLDivElement | null>, shown: string): void {
  useEffect(() => {
    // Braces on purpose: in newer browsers scrolling gives a promise, which React would take for a clean-up.
    bar.current
      ?.querySelector('[aria-current="step"]')
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [bar, shown]);
}
