import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { Bars } from "../../../../ui/charts/Bars.tsx";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { GateFigures } from "../shared/simulation.contract.ts";
import { useStageName } from "./use-stage-name.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

interface CriterionBarsProps {
  readonly pipeline: PipelineView;
  readonly gates: readonly GateFigures[];
}
/** How often each criterion was not met, the most frequent first; those that history cannot tell are folded, those always met left out. */
export function CriterionBars({ pipeline, gates }: CriterionBarsProps) {
  const { t } = useLanguage();
  const asked = gates
    .filter((gate) => gate.unmet + gate.unknown > 0)
    .toSorted((a, b) => b.unmet - a.unmet || b.unknown - a.unknown);
  const unmet = asked.filter((gate) => gate.unmet > 0);
  const unsure = asked.filter((gate) => gate.unmet === 0);
  return (
    <>
      {unmet.length > 0 && <GateBars label={t(whatIfMessages.gates)} pipeline={pipeline} gates={unmet} />}
      {unsure.length > 0 && (
        <Fold title={t(whatIfMessages.unsureGates)} note={unsure.length}>
          <GateBars label={t(whatIfMessages.unsureGates)} pipeline={pipeline} gates={unsure} />
          <p className={base.note}>{t(whatIfMessages.undecidedHint)}</p>
        </Fold>
      )}
    </>
  );
}

function GateBars({ label, pipeline, gates }: CriterionBarsProps & { readonly label: string }) {
  const { t, of } = useLanguage();
  const stageName = useStageName(pipeline);
  return (
    <Bars
      label={label}
      tone="danger"
      bars={gates.map((gate) => ({
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
