import { type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { idOf, linkId, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { ChangePipeline } from "./ChangePipeline.tsx";
import { useTransitions } from "./gate-data.ts";
import { useDwellNorms, usePipeline, useVisits } from "../../pipeline/client/public.ts";
import type { Transition } from "../shared/moves.contract.ts";
import { Onwards } from "./Onwards.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { RunningExceptions } from "./RunningExceptions.tsx";
import { visitsByStage } from "./stage-visits.ts";
import { StageStep } from "./StageStep.tsx";
import { useWaitingMove } from "./WaitingMove.tsx";
import * as styles from "./StageBar.module.css";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

/** The open stage that comes next, else the won one. */
export function nextOf(transitions: readonly Transition[]): Transition | undefined {
  const current = transitions.find((one) => one.current);
  if (current?.type !== "open") return undefined;
  const later = transitions.filter((one) => one.order > current.order);
  return (
    later.find((one) => one.type === "open") ??
    later.find((one) => one.type === "won") ??
    transitions.find((one) => one.type === "won")
  );
}

/**
 * The way of a record through its pipeline: days in each stage, why a stage is shut, and one button onwards.
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
  const { moving, setMoving, done } = useStageMove(transitions);
  const isLocked = asOf !== null || object.isLocked === true;
  const bar = useRef<HTMLDivElement>(null);
  useInSight(bar, `${name} ${pipeline?.id ?? ""}`);
  if (!pipeline) return null;

  const current = pipeline.stages.find((one) => one.name === name);
  const next = nextOf(transitions);
  return (
    <>
      <div className={styles.stageBar}>
        <div className={styles.stageSteps} ref={bar} role="list" aria-label={t(gateScreenMessages.stages)}>
          {pipeline.stages.map((stage) => (
            <StageStep
              key={stage.name}
              stage={stage}
              current={current}
              gate={transitions.find((one) => one.to === stage.name)}
              stays={stays.get(stage.name)}
              norm={norms?.data.find((norm) => norm.stage === stage.name)}
              locked={isLocked}
              waiting={waiting.some((one) => one.to === stage.name)}
              onMove={() => setMoving({ to: stage.name, confirm: true })}
            />
          ))}
        </div>
        {!isLocked && waiting.length === 0 && <ChangePipeline object={object} record={record} />}
        {next && (
          <Onwards
            next={next}
            isLocked={isLocked || waiting.length > 0}
            onMove={() => setMoving({ to: next.to, confirm: false })}
          />
        )}
        {moving && (
          <Suspense>
            <GateDialog
              key={moving.to}
              object={object}
              record={record}
              to={moving.to}
              confirm={moving.confirm}
              onDone={(outcome) => done(moving.to, outcome)}
            />
          </Suspense>
        )}
      </div>
      {asOf === null && <RunningExceptions object={object.name} id={id} />}
    </>
  );
}

/** The move that is under way in the dialog of its gate, and what is said when it is done. */
function useStageMove(transitions: readonly Transition[]) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const [moving, setMoving] = useState<{ to: string; confirm: boolean } | null>(null);
  const done = (to: string, outcome: "moved" | "waiting" | "cancelled") => {
    setMoving(null);
    const gate = transitions.find((one) => one.to === to);
    if (outcome === "moved" && gate?.type !== "won")
      tell.done(t(gateScreenMessages.moved, { stage: of(gate?.label, to) }));
  };
  return { moving, setMoving, done };
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
