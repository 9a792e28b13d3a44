import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { Bars } from "../../../../ui/kit/Bars.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { GateFigures } from "../shared/simulation.contract.ts";
import { useStageName } from "./use-stage-name.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** How often each criterion was not met, the most frequent first; those always met say nothing. */
export function CriterionBars({
  pipeline,
  gates,
}: {
  readonly pipeline: PipelineView;
  readonly gates: readonly GateFigures[];
}) {
  const { t, of } = useLanguage();
  const stageName = useStageName(pipeline);
  const shown = gates
    .filter((gate) => gate.unmet + gate.unknown > 0)
    .toSorted((a, b) => b.unmet - a.unmet || b.unknown - a.unknown);
  if (shown.length === 0) return null;
  return (
    <Bars
      label={t(whatIfMessages.gates)}
      tone="danger"
      bars={shown.map((gate) => ({
        key: `${gate.stage} ${gate.criterion}`,
        name: (
          <span>
            {of(gate.text, gate.criterion)} <span className={base.muted}>→ {stageName(gate.stage)}</span>
          </span>
        ),
        value: gate.unmet,
        unsure: gate.unknown,
        figure: [
          ...(gate.unmet > 0 ? [t(whatIfMessages.unmetOf, { count: gate.unmet, asked: gate.asked })] : []),
          ...(gate.unknown > 0 ? [t(whatIfMessages.unsure, { count: gate.unknown })] : []),
        ].join(" · "),
      }))}
    />
  );
}
