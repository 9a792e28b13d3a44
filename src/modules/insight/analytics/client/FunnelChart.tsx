import { BarChart } from "../../../../ui/charts/BarChart.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { FunnelAnswer } from "../shared/insight.contract.ts";
import { funnelLegend, funnelRows } from "./funnel-bars.ts";
import { insightScreenMessages } from "./insight.messages.ts";

/**
 * Bars from stage to stage; in a cohort each shows who moved on and who stopped there. A click opens the
 * records.
 */
export function FunnelChart({ answer: { stages, mode } }: { readonly answer: FunnelAnswer }) {
  const { t, of, language } = useLanguage();
  const narrow = useIsNarrow();
  return (
    <BarChart
      label={t(insightScreenMessages.funnel)}
      rows={funnelRows(stages, mode, { narrow, t, of, language })}
      max={Math.max(0, ...stages.map(({ entered }) => entered))}
      legend={funnelLegend(mode, { t })}
      names={narrow ? 84 : 120}
      figures={narrow ? 92 : 176}
    />
  );
}
