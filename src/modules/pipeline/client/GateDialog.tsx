import { Button, Modal } from "antd";
import { useEffect, useRef } from "react";
import type { StageMoveProps } from "../../../ui/client-module.ts";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { CloseSheet } from "./CloseSheet.tsx";
import { LayerRing } from "./LayerRing.tsx";
import { OverrideBox } from "./OverrideBox.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";
import { groupUnmet } from "./supply.ts";
import { UnmetCard } from "./unmet/UnmetCard.tsx";
import { type Gate, useGate } from "./use-gate.ts";
import "./pipeline.css";

export interface GateDialogProps extends StageMoveProps {
  /** Asks even when the gate is open. */
  readonly confirm?: boolean;
  /** The move goes into this other pipeline. */
  readonly pipeline?: string;
}

/**
 * Lists what a gate still asks, each with what meets it; one button saves it all and moves. An open gate
 * moves at once.
 */
export function GateDialog(props: GateDialogProps) {
  const { object, record, to, onDone } = props;
  const { t, of } = useLanguage();
  const gate = useGate(props);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (gate.attempts > 0) focusFirstOpen(list.current);
  }, [gate.attempts]);
  if (gate.movesAtOnce) return null;
  const openGroups = new Set(gate.openItems.map((item) => item.criterion ?? item.code));
  const stage = of(gate.gate?.label, to);
  return (
    <Modal
      open
      className="full gate-dialog"
      width={620}
      title={t(pipelineTexts.gateTitle, { stage })}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => onDone("cancelled")}
    >
      {gate.gates.isError && (
        <Failure error={gate.gates.error} onRetry={() => void gate.gates.refetch()} small />
      )}
      {gate.gates.isPending && <Skeleton rows={4} />}
      {gate.gate && (
        <>
          <div className="line">
            <span className="grow muted" aria-live="polite">
              {gate.isOpen
                ? t(pipelineTexts.gateOpen)
                : t(pipelineTexts.gateStill, { count: openGroups.size })}
            </span>
            <LayerRing layers={gate.layers} />
          </div>
          <div className="gate-list" ref={list} data-tried={gate.attempts > 0 || undefined}>
            {groupUnmet(gate.asked).map((group) => (
              <UnmetCard
                key={group.criterion}
                object={object}
                record={record}
                group={group}
                isMet={!openGroups.has(group.criterion)}
                supply={gate.supply}
                onSupply={gate.setSupply}
                onChecked={gate.askAgain}
              />
            ))}
          </div>
          {gate.isWin && (
            <CloseSheet
              object={object}
              record={record}
              supply={gate.supply}
              onSupply={gate.setSupply}
              tasks={gate.tasks.length}
            />
          )}
          <OverrideBox gate={gate} />
          <GateFoot
            gate={gate}
            stage={stage}
            canWait={props.pipeline === undefined}
            onCancel={() => onDone("cancelled")}
          />
        </>
      )}
    </Modal>
  );
}

/** The cursor goes to what is still open, so that nobody has to look for it. */
function focusFirstOpen(list: HTMLDivElement | null): void {
  const item = list?.querySelector<HTMLElement>('.gate-item[data-state="open"]');
  const input = item?.querySelector<HTMLElement>("input:not([hidden]):not([disabled]), textarea, button");
  (input ?? item)?.focus();
  item?.scrollIntoView({ block: "nearest" });
}

interface FootProps {
  readonly gate: Gate;
  readonly stage: string;
  /** What was supplied can be kept ahead of the move. */
  readonly canWait: boolean;
  readonly onCancel: () => void;
}
function GateFoot({ gate, stage, canWait, onCancel }: FootProps) {
  const { t } = useLanguage();
  const canKeep = canWait && !gate.isOpen && Object.keys(gate.supply.meet).length > 0;
  return (
    <div className="gate-foot">
      <Button onClick={onCancel}>{t(kitTexts.cancel)}</Button>
      {canKeep && (
        <Button loading={gate.busy} onClick={() => void gate.keep()}>
          {t(pipelineTexts.keepOnly)}
        </Button>
      )}
      <Button type="primary" loading={gate.busy} onClick={() => void gate.move()}>
        {gate.needsConsent
          ? t(pipelineTexts.askAndMove)
          : gate.isWin && gate.isOpen
            ? t(pipelineTexts.winIt)
            : t(gate.isOpen ? pipelineTexts.moveTo : pipelineTexts.finishAndMove, { stage })}
      </Button>
    </div>
  );
}
