import { Button, Modal } from "antd";
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
}

/** Lists what a gate still asks, each with what meets it; one button saves it all and moves. An open gate moves at once. */
export function GateDialog(props: GateDialogProps) {
  const { object, record, to, onDone } = props;
  const { t, of } = useLanguage();
  const gate = useGate(props);
  if (gate.movesAtOnce) return null;
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
      {gate.gates.isError && <Failure error={gate.gates.error} onRetry={() => void gate.gates.refetch()} small />}
      {gate.gates.isPending && <Skeleton rows={4} />}
      {gate.gate && (
        <>
          <div className="line">
            <span className="grow muted">{t(gate.isOpen ? pipelineTexts.gateOpen : pipelineTexts.gateIntro)}</span>
            <LayerRing layers={gate.gate.layers} />
          </div>
          <div className="gate-list">
            {groupUnmet(gate.unmet).map((group) => (
              <UnmetCard
                key={group.criterion}
                object={object}
                record={record}
                group={group}
                supply={gate.supply}
                onSupply={gate.setSupply}
                onChecked={gate.askAgain}
              />
            ))}
          </div>
          {gate.isWin && <CloseSheet object={object} record={record} supply={gate.supply} onSupply={gate.setSupply} tasks={gate.tasks.length} />}
          <OverrideBox gate={gate} />
          <GateFoot gate={gate} stage={stage} onCancel={() => onDone("cancelled")} />
        </>
      )}
    </Modal>
  );
}

function GateFoot({ gate, stage, onCancel }: { readonly gate: Gate; readonly stage: string; readonly onCancel: () => void }) {
  const { t } = useLanguage();
  const canKeep = !gate.isOpen && Object.keys(gate.supply.meet).length > 0;
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
