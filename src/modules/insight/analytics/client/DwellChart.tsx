import { BarChart } from "../../../../ui/charts/BarChart.tsx";
import { reachOf } from "../../../../ui/charts/bars.ts";
import { findStage, usePipelines } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { DwellAnswer } from "../shared/durations.contract.ts";
import { dwellLegend, dwellRows } from "./dwell-bars.ts";
import { insightScreenMessages } from "./insight.messages.ts";

/**
 * Mean and median of the days in each stage; who has arrived at an end no longer waits there, so ends are
 * left out.
 */
export function DwellChart({ object, answer }: { readonly object: string; readonly answer: DwellAnswer }) {
  const { t, of } = useLanguage();
  const narrow = useIsNarrow();
  const pipelines = usePipelines(object);
  const open = answer.groups.filter(({ stage }) => (findStage(pipelines, stage)?.type ?? "open") === "open");
  const rows = dwellRows(open, { t, of });
  return (
    <BarChart
      label={t(insightScreenMessages.dwell)}
      rows={rows}
      max={reachOf(rows)}
      legend={dwellLegend({ t })}
      names={narrow ? 84 : 120}
      figures={64}
    />
  );
}
