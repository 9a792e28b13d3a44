import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { LayerStatus } from "../shared/moves.contract.ts";
import { LAYER_LABELS } from "../../pipeline/shared/public.ts";
import { gateScreenMessages } from "./gate.messages.ts";

const WORDS = {
  off: gateScreenMessages.layerOff,
  none: gateScreenMessages.layerNone,
  met: gateScreenMessages.layerMet,
  open: gateScreenMessages.layerOpen,
  auto: gateScreenMessages.layerAuto,
};
const MARKS = { off: "–", none: "·", met: "✓", open: "✕", auto: "↻" };
const RADIUS = 15;
const GAP = 0.12;

function arc(index: number, count: number): string {
  const at = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${(18 + RADIUS * Math.cos(angle)).toFixed(2)} ${(18 + RADIUS * Math.sin(angle)).toFixed(2)}`;
  };
  return `M ${at((index + GAP) / count)} A ${RADIUS} ${RADIUS} 0 0 1 ${at((index + 1 - GAP) / count)}`;
}

/** Seven segments, one per layer of the gate; the words stand in the tooltip and for screen readers. */
export function LayerRing({
  layers,
  size = 36,
}: {
  readonly layers: readonly LayerStatus[];
  readonly size?: number;
}) {
  const { t } = useLanguage();
  const asked = layers.filter((one) => one.state === "met" || one.state === "open");
  const met = asked.filter((one) => one.state === "met").length;
  const list = (
    <ul className="ring-legend">
      {layers.map((one) => (
        <li key={one.layer} data-state={one.state}>
          <span aria-hidden>{MARKS[one.state]}</span> {t(LAYER_LABELS[one.layer])} · {t(WORDS[one.state])}
        </li>
      ))}
    </ul>
  );
  return (
    <Tooltip title={list}>
      <span
        className="layer-ring"
        role="img"
        tabIndex={0}
        aria-label={`${t(gateScreenMessages.ring)}: ${layers.map((one) => `${t(LAYER_LABELS[one.layer])} ${t(WORDS[one.state])}`).join(", ")}`}
      >
        <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden>
          {layers.map((one, index) => (
            <path
              key={one.layer}
              d={arc(index, layers.length)}
              data-state={one.state}
              fill="none"
              strokeWidth={4}
              strokeLinecap="butt"
            />
          ))}
          <text x="18" y="21.5" textAnchor="middle">
            {asked.length > 0 ? `${met}/${asked.length}` : "✓"}
          </text>
        </svg>
      </span>
    </Tooltip>
  );
}
