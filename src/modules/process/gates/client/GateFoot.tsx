import { Button } from "antd";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenTexts } from "./gate.messages.ts";
import type { Gate } from "./use-gate.ts";

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
    <div className="gate-foot">
      <Button onClick={onCancel}>{t(kitTexts.cancel)}</Button>
      {canKeep && (
        <Button loading={gate.busy} onClick={() => void gate.keep()}>
          {t(gateScreenTexts.keepOnly)}
        </Button>
      )}
      <Button type="primary" loading={gate.busy} onClick={() => void gate.move()}>
        {gate.needsConsent
          ? t(gateScreenTexts.askAndMove)
          : gate.isWin && gate.isOpen
            ? t(gateScreenTexts.winIt)
            : t(gate.isOpen ? gateScreenTexts.moveTo : gateScreenTexts.finishAndMove, { stage })}
      </Button>
    </div>
  );
}
