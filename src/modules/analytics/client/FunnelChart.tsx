import { useMemo } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import type { FunnelAnswer, FunnelStage } from "../shared/insight.contract.ts";
import { Chart } from "./Chart.tsx";
import { barFrame, type ChartColors, tooltipFrame, useChartColors } from "./chart-theme.ts";
import { countText, percentText, sumText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { insightTexts } from "./insight.messages.ts";

type Part = "moved" | "open" | "lost";
const movedOn = ({ entered, still_open: open, lost_here: lost }: FunnelStage): number =>
  entered - (open?.count ?? 0) - (lost?.count ?? 0);

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
  const option = useMemo(() => {
    const parts: readonly (readonly [Part, string, string])[] =
      mode === "cohort"
        ? [
            ["moved", t(insightTexts.movedOn), colors.accent],
            ["open", t(insightTexts.stillOpen), colors.pale],
            ["lost", t(insightTexts.lostHere), colors.lost],
          ]
        : [["moved", t(insightTexts.enteredFlow), colors.accent]];
    const names = stages.map(({ label, stage }) => of(label, stage));
    const most = Math.max(1, ...stages.map(({ entered }) => entered));
    return {
      ...barFrame(colors, names, {
        left: narrow ? 84 : 120,
        right: narrow ? 92 : 176,
        top: crowded ? 54 : 30,
      }),
      xAxis: { type: "value", show: false, max: most },
      tooltip: {
        ...tooltipFrame(colors),
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (points: readonly { dataIndex: number }[]) => describe(stages[points[0]?.dataIndex ?? 0]),
      },
      series: [
        ...parts.map(([part, name, color]) => seriesOf(part, name, color, stages)),
        totals(stages, colors, (rate) => (narrow ? "" : `  ${t(insightTexts.cumulativeShort, { rate })}`)),
      ],
    };
    function describe(stage: FunnelStage | undefined): string {
      if (!stage) return "";
      const lines = [
        [t(mode === "cohort" ? insightTexts.entered : insightTexts.enteredFlow), countText(stage.entered)],
        [t(insightTexts.amount), sumText(stage.amount, language)],
        [t(insightTexts.rate), percentText(stage.rate)],
        [t(insightTexts.cumulative), percentText(stage.cumulative)],
        ...(stage.skipped ? [[t(insightTexts.skipped), countText(stage.skipped.count)]] : []),
      ];
      return [
        `<b>${escapeHtml(of(stage.label, stage.stage))}</b>`,
        ...lines.map(([name, value]) => `${name} <b>${value}</b>`),
      ].join("<br>");
    }
  }, [stages, mode, colors, narrow, crowded, t, of, language]);
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
      label={t(insightTexts.funnel)}
      onPick={pick}
    />
  );
}

const seriesOf = (part: Part, name: string, color: string, stages: readonly FunnelStage[]) => ({
  id: part,
  name,
  type: "bar",
  stack: "records",
  barWidth: 26,
  itemStyle: { color },
  cursor: "pointer",
  data: stages.map((stage) =>
    part === "moved"
      ? movedOn(stage)
      : part === "open"
        ? (stage.still_open?.count ?? 0)
        : (stage.lost_here?.count ?? 0),
  ),
});
/** Nothing wide at the end of each bar that carries the figures. */
const totals = (stages: readonly FunnelStage[], colors: ChartColors, overall: (rate: string) => string) => ({
  id: "total",
  type: "bar",
  stack: "records",
  silent: true,
  itemStyle: { color: "transparent" },
  data: stages.map(() => 0),
  label: {
    show: true,
    position: "right",
    distance: 8,
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const stage = stages[dataIndex];
      if (!stage) return "";
      return stage.rate === null
        ? `{n|${countText(stage.entered)}}`
        : `{n|${countText(stage.entered)}}  {r|${percentText(stage.rate)}${overall(percentText(stage.cumulative))}}`;
    },
    rich: {
      n: { color: colors.ink, fontSize: 13, fontWeight: 600 },
      r: { color: colors.quiet, fontSize: 12 },
    },
  },
});
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
