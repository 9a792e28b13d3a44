import { useMemo } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import { type Movement, type MovementName, MOVEMENTS } from "../shared/insight.contract.ts";
import { Chart } from "./Chart.tsx";
import { barFrame, type ChartColors, tooltipFrame, useChartColors } from "./chart-theme.ts";
import { countText, exactText, sumText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { movementTexts } from "./movement.messages.ts";
import { signOf, stepsOf } from "./waterfall.ts";

const colorOf = (name: MovementName, colors: ChartColors): string => {
  if (name === "start" || name === "end") return colors.accent;
  if (name === "won") return colors.won;
  return signOf(name) === "−" ? colors.lost : colors.pale;
};

/** Bars that begin where the one before ended. A click opens the records. */
export function MovementChart({
  movement,
  measure,
}: {
  readonly movement: Movement;
  readonly measure: "amount" | "count";
}) {
  const { t, language } = useLanguage();
  const colors = useChartColors();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const option = useMemo(() => {
    const steps = stepsOf(movement, measure);
    const text = (name: MovementName): string => {
      const { count, amount } = movement[name];
      if (count === 0) return "—";
      const value =
        measure === "count"
          ? countText(count)
          : narrow
            ? sumText(amount, language)
            : exactText(amount, language);
      return `${signOf(name)}${value}`;
    };
    return {
      ...barFrame(
        colors,
        MOVEMENTS.map((name) => t(movementTexts[name])),
        { left: narrow ? 84 : 100, right: narrow ? 96 : 170, top: 4 },
      ),
      legend: { show: false },
      tooltip: {
        ...tooltipFrame(colors),
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: ([point]: readonly { dataIndex: number }[]) => {
          const name = MOVEMENTS[point?.dataIndex ?? 0] ?? "start";
          const { count, amount } = movement[name];
          return `<b>${t(movementTexts[name])}</b><br>${t(movementTexts.count)} <b>${countText(count)}</b><br>${t(movementTexts.amount)} <b>${exactText(amount, language)}</b>`;
        },
      },
      series: [
        {
          id: "under",
          type: "bar",
          stack: "steps",
          silent: true,
          itemStyle: { color: "transparent" },
          barWidth: 22,
          data: steps.map(({ from }) => from),
        },
        {
          id: "step",
          type: "bar",
          stack: "steps",
          cursor: "pointer",
          data: steps.map(({ name, length }) => ({
            value: length,
            itemStyle: { color: colorOf(name, colors) },
          })),
          label: {
            show: true,
            position: "right",
            color: colors.ink,
            fontSize: 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => text(MOVEMENTS[dataIndex] ?? "start"),
          },
        },
      ],
    };
  }, [movement, measure, colors, narrow, t, language]);
  const pick = (_series: string, row: number) => {
    const name = MOVEMENTS[row];
    if (name && movement[name].count > 0) void navigate(listOf(movement[name].records));
  };
  return (
    <Chart
      option={option}
      height={MOVEMENTS.length * 36 + 12}
      label={t(movementTexts.waterfall)}
      onPick={pick}
    />
  );
}
