import { useMemo } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { FunnelAnswer } from "../shared/insight.contract.ts";
import { Chart } from "./Chart.tsx";
import { useChartColors } from "./chart-theme.ts";
import { funnelOption } from "./funnel-option.ts";
import { listOf } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";

/**
 * Bars from stage to stage; in a cohort each shows who moved on and who stopped there. A click opens the
 * records.
 */
export function FunnelChart({ answer }: { readonly answer: FunnelAnswer }) {
  const { t, of, language } = useLanguage();
  const colors = useChartColors();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const { stages, mode } = answer;
  // On a phone the legend of a cohort needs a second line.
  const crowded = narrow && mode === "cohort";
  const option = useMemo(
    () => funnelOption(stages, mode, { colors, narrow, crowded, t, of, language }),
    [stages, mode, colors, narrow, crowded, t, of, language],
  );
  const pick = (series: string, row: number) => {
    const stage = stages[row];
    if (!stage) return;
    const ref =
      series === "open"
        ? stage.still_open?.records
        : series === "lost"
          ? stage.lost_here?.records
          : undefined;
    void navigate(listOf(ref ?? stage.records));
  };
  return (
    <Chart
      option={option}
      height={stages.length * 46 + (crowded ? 64 : 40)}
      label={t(insightScreenMessages.funnel)}
      onPick={pick}
    />
  );
}
