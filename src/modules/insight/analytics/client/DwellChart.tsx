import { useMemo } from "react";
import { useNavigate } from "react-router";
import { findStage, usePipelines } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { DwellAnswer } from "../shared/durations.contract.ts";
import { Chart } from "./Chart.tsx";
import { barFrame, tooltipFrame, useChartColors } from "./chart-theme.ts";
import { daysText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";

/**
 * Mean and median of the days in each stage; who has arrived at an end no longer waits there, so ends are
 * left out.
 */
export function DwellChart({ object, answer }: { readonly object: string; readonly answer: DwellAnswer }) {
  const { t, of } = useLanguage();
  const colors = useChartColors();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const pipelines = usePipelines(object);
  const groups = useMemo(
    () => answer.groups.filter(({ stage }) => (findStage(pipelines, stage)?.type ?? "open") === "open"),
    [answer.groups, pipelines],
  );
  const option = useMemo(() => {
    const names = groups.map(({ label, stage }) => of(label, stage));
    const series = [
      ["mean", t(insightScreenMessages.mean), colors.accent],
      ["median", t(insightScreenMessages.median), colors.pale],
    ] as const;
    return {
      ...barFrame(colors, names, { left: narrow ? 84 : 120, right: 64 }),
      tooltip: {
        ...tooltipFrame(colors),
        trigger: "axis",
        axisPointer: { type: "shadow" },
        valueFormatter: (value: unknown) => daysText(typeof value === "number" ? String(value) : null),
      },
      series: series.map(([id, name, color]) => ({
        id,
        name,
        type: "bar",
        barWidth: 12,
        barGap: "20%",
        itemStyle: { color },
        cursor: "pointer",
        data: groups.map((group) => (group[id] === null ? null : Number(group[id]))),
        label: {
          show: true,
          position: "right",
          color: colors.quiet,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => daysText(groups[dataIndex]?.[id] ?? null),
        },
      })),
    };
  }, [groups, colors, narrow, t, of]);
  const pick = (_series: string, row: number) => {
    const group = groups[row];
    if (group) void navigate(listOf(group.records));
  };
  return (
    <Chart
      option={option}
      height={groups.length * 46 + 40}
      label={t(insightScreenMessages.dwell)}
      onPick={pick}
    />
  );
}
