import { FillRing } from "../../../../ui/kit/FillRing.tsx";
import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { LAYER_LABELS } from "../../pipeline/shared/public.ts";
import type { LayerStatus } from "../shared/moves.contract.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./gate.module.css";

const WORDS = {
  off: gateScreenMessages.layerOff,
  none: gateScreenMessages.layerNone,
  met: gateScreenMessages.layerMet,
  open: gateScreenMessages.layerOpen,
  auto: gateScreenMessages.layerAuto,
};

export interface GateRingProps {
  readonly layers: readonly LayerStatus[];
  readonly size?: number;
}
/**
 * How much of a gate is met, as a ring that closes; which of its layers ask what stands in the hint and is read
 * out.
 */
export function GateRing({ layers, size = 40 }: GateRingProps) {
  const { t } = useLanguage();
  const asked = layers.filter(({ state }) => state === "met" || state === "open");
  const total = asked.reduce((sum, layer) => sum + layer.asked, 0);
  const open = asked.reduce((sum, layer) => sum + layer.open, 0);
  const words = asked.map((one) => `${t(LAYER_LABELS[one.layer])} · ${t(WORDS[one.state])}`);
  return (
    <Tooltip title={words.length > 0 ? words.map((line) => <div key={line}>{line}</div>) : ""}>
      <span className={styles.holder}>
        <FillRing
          done={total - open}
          total={total}
          label={`${t(gateScreenMessages.ring)}: ${total - open}/${total}. ${words.join(", ")}`}
          size={size}
        />
      </span>
    </Tooltip>
  );
}
