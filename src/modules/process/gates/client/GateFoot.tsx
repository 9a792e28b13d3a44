import { Button } from "antd";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import type { Gate } from "./use-gate.ts";
import * as styles from "./GateFoot.module.css";

export interface GateFootProps {
  readonly gate: Gate;
  readonly stage: string;
  /** What was supplied can be kept ahead of the move. */
  readonly canWait: boolean;
  readonly onCancel: () => void;
}
/** Leave it, keep what was supplied, or move. */
export function GateFoot({ gate, stage, canWait, onCancel }: GateFootProps) {
  const { t } = useLanguage();
  const canKeep = canWait && !gate.isOpen && Object.keys(gate.supply.meet).length > 0;
  return (
    <div className={styles.gateFoot} data-part="gate-foot">
      <Button onClick={onCancel}>{t(kitMessages.cancel)}</Button>
      {canKeep && (
        <Button loading={gate.busy} onClick={() => void gate.keep()}>
          {t(gateScreenMessages.keepOnly)}
        </Button>
      )}
      <Button type="primary" loading={gate.busy} onClick={() => void gate.move()}>
        {gate.needsConsent
          ? t(gateScreenMessages.askAndMove)
          : gate.isWin && gate.isOpen
            ? t(gateScreenMessages.winIt)
            : t(gate.isOpen ? gateScreenMessages.moveTo : gateScreenMessages.finishAndMove, { stage })}
      </Button>
    </div>
  );
}
