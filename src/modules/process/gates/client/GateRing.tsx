import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { LAYER_LABELS } from "../../pipeline/shared/public.ts";
import type { LayerStatus } from "../shared/moves.contract.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./GateRing.module.css";

const WORDS = {
  off: gateScreenMessages.layerOff,
  none: gateScreenMessages.layerNone,
  met: gateScreenMessages.layerMet,
  open: gateScreenMessages.layerOpen,
  auto: gateScreenMessages.layerAuto,
};
const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

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
  const share = total === 0 ? 1 : (total - open) / total;
  const words = asked.map((one) => `${t(LAYER_LABELS[one.layer])} · ${t(WORDS[one.state])}`);
  return (
    <Tooltip title={words.length > 0 ? words.map((line) => <div key={line}>{line}</div>) : ""}>
      <span
        className={styles.ring}
        role="img"
        aria-label={`${t(gateScreenMessages.ring)}: ${total - open}/${total}. ${words.join(", ")}`}
        data-closed={share === 1 || undefined}
      >
        <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden>
          <circle className={styles.track} cx="18" cy="18" r={RADIUS} />
          <circle
            className={styles.arc}
            cx="18"
            cy="18"
            r={RADIUS}
            strokeDasharray={`${ROUND * share} ${ROUND}`}
            transform="rotate(-90 18 18)"
          />
          {share === 1 ? (
            <path className={styles.tick} d="M12 18.500l4 4 8-9" />
          ) : (
            <text x="18" y="21.500" textAnchor="middle">
              {total - open}/{total}
            </text>
          )}
        </svg>
      </span>
    </Tooltip>
  );
}
