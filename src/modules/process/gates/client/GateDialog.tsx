import { Modal } from "antd";
import { useEffect, useRef } from "react";
import type { FieldMoveProps } from "../../../../ui/slots/board.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { focusFirstOpen } from "./focus-first-open.ts";
import { GateBody } from "./GateBody.tsx";
import { GateFoot } from "./GateFoot.tsx";
import { OverrideBox } from "./OverrideBox.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { useGate } from "./use-gate.ts";
import * as dialogStyles from "../../../../ui/kit/dialog.module.css";

export interface GateDialogProps extends FieldMoveProps {
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
  const stage = of(gate.gate?.label, to);
  return (
    <Modal
      open
      className={dialogStyles.full}
      width={620}
      title={gate.isWin ? t(gateScreenMessages.closeAsWon) : t(gateScreenMessages.gateTitle, { stage })}
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
          <GateBody object={object} record={record} gate={gate} list={list} />
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
