import { App, Button, Input, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import type { StageMoveProps } from "../../../ui/client-module.ts";
import { useIntent } from "../../../ui/data/intent.ts";
import { ProblemError } from "../../../ui/data/problem-error.ts";
import { isAble, useMe } from "../../../ui/data/session.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { keepProgress, moveStage, type MoveRequest, type UnmetItem, useMoved, useTransitions } from "./gate-data.ts";
import { LayerRing } from "./LayerRing.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";
import { groupUnmet, meetOf, NOTHING, toMove } from "./supply.ts";
import { UnmetCard } from "./unmet/UnmetCard.tsx";
import "./pipeline.css";

export interface GateDialogProps extends StageMoveProps {
  /** Asks even when the gate is open. */
  readonly confirm?: boolean;
}

/** Lists what a gate still asks, each with what meets it; one button saves it all and moves. An open gate moves at once. */
export function GateDialog({ object, record, to, confirm, onDone }: GateDialogProps) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const from = textValue(record[object.stageField ?? ""]);
  const gates = useTransitions(object.name, id);
  const gate = gates.data?.find((one) => one.to === to);
  const [supply, setSupply] = useState(NOTHING);
  const [refused, setRefused] = useState<readonly UnmetItem[] | null>(null);
  const [override, setOverride] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tried = useRef(false);
  const unmet = refused ?? gate?.unmet ?? [];
  const isOpen = gate !== undefined && unmet.length === 0;

  const perform = async (work: (key: string) => Promise<unknown>, body: unknown, outcome: "moved" | "cancelled") => {
    setBusy(true);
    try {
      await intent.run(body, work);
      moved(object.name, id);
      if (outcome === "cancelled") void message.success(t(pipelineTexts.kept));
      onDone(outcome);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === "gate_shut") setRefused(error.problem.errors.map((item): UnmetItem => readItem(item)));
      else void message.error(error.problem.errors[0]?.message ?? error.problem.detail, 6);
      setBusy(false);
    }
  };
  const move = (extra: Partial<MoveRequest> = {}) => {
    const body = { ...toMove(supply, to, from), ...extra };
    return perform((key) => moveStage(object.name, id, body, key), body, "moved");
  };
  const moveAtOnce = isOpen && !confirm && refused === null;
  useEffect(() => {
    if (!moveAtOnce || tried.current) return;
    tried.current = true;
    void move();
  });
  if (moveAtOnce) return null;
  const stageName = of(gate?.label, to);
  const groups = groupUnmet(unmet);
  const canKeep = Object.keys(supply.meet).length > 0;
  return (
    <Modal
      open
      className="full gate-dialog"
      width={620}
      title={t(pipelineTexts.gateTitle, { stage: stageName })}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => onDone("cancelled")}
    >
      {gates.isError && <Failure error={gates.error} onRetry={() => void gates.refetch()} small />}
      {gates.isPending && <Skeleton rows={4} />}
      {gate && (
        <>
          <div className="line">
            <span className="grow muted">{t(isOpen ? pipelineTexts.gateOpen : pipelineTexts.gateIntro)}</span>
            <LayerRing layers={gate.layers} />
          </div>
          <div className="gate-list">
            {groups.map((group) => (
              <UnmetCard
                key={group.criterion}
                object={object}
                record={record}
                group={group}
                supply={supply}
                onSupply={setSupply}
                onChecked={() => (setRefused(null), void gates.refetch())}
              />
            ))}
          </div>
          {!isOpen && isAble(me, "pipeline.override") && (
            <div className="gate-override">
              <Ghost icon="key" aria-expanded={override !== null} onClick={() => setOverride(override === null ? "" : null)}>
                {t(pipelineTexts.override)}
              </Ghost>
              {override !== null && (
                <>
                  <span className="note">{t(pipelineTexts.overrideHint)}</span>
                  <Input.TextArea
                    autoFocus
                    rows={2}
                    maxLength={2000}
                    value={override}
                    aria-label={t(pipelineTexts.overrideReason)}
                    placeholder={t(pipelineTexts.overrideReason)}
                    onChange={(event) => setOverride(event.target.value)}
                  />
                  <Button danger disabled={override.trim() === ""} loading={busy} onClick={() => void move({ override: { reason: override.trim() } })}>
                    {t(pipelineTexts.overrideMove)}
                  </Button>
                </>
              )}
            </div>
          )}
          <div className="gate-foot">
            <Button onClick={() => onDone("cancelled")}>{t(kitTexts.cancel)}</Button>
            {!isOpen && canKeep && (
              <Button loading={busy} onClick={() => void perform((key) => keepProgress(object.name, id, meetOf(supply), key), supply.meet, "cancelled")}>
                {t(pipelineTexts.keepOnly)}
              </Button>
            )}
            <Button type="primary" loading={busy} onClick={() => void move()}>
              {t(isOpen ? pipelineTexts.moveTo : pipelineTexts.finishAndMove, { stage: stageName })}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

const ACTIONS = ["fill", "tick", "answer", "upload", "complete_tasks", "create_related", "wait", "change", "ask_approval", "give_reason", "none"];
const isFix = (value: unknown): value is NonNullable<UnmetItem["fix"]> =>
  typeof value === "object" && value !== null && "action" in value && ACTIONS.includes(String(value.action));
function readItem({ fix, ...item }: ProblemError["problem"]["errors"][number]): UnmetItem {
  return { ...item, ...(isFix(fix) ? { fix } : {}) };
}
