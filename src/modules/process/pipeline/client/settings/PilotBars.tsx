import { Bars } from "../../../../../ui/charts/Bars.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { PILOT_SIDES } from "../../shared/pilot.ts";
import type { PilotComparison } from "../../shared/pilot.contract.ts";
import { percent } from "./pilot-figures.ts";
import { pilotMessages } from "./pilot.messages.ts";

/** The win rate of the pilot beside the rest and its own time before. */
export function PilotBars({ found }: { readonly found: PilotComparison }) {
  const { t } = useLanguage();
  return (
    <Bars
      label={t(pilotMessages.winRate)}
      full={1}
      bars={PILOT_SIDES.map((side) => {
        const { win_rate: rate, won, lost } = found.sides[side];
        const closed = won.count + lost.count;
        return {
          key: side,
          name: t(pilotMessages[side]),
          value: Number(rate ?? 0),
          figure:
            rate === null
              ? t(pilotMessages.noneClosed)
              : t(pilotMessages.rateOf, { rate: percent(rate), count: closed }),
        };
      })}
    />
  );
}
