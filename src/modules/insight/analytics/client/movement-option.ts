import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import { type Movement, type MovementName, MOVEMENTS } from "../shared/movement.contract.ts";
import { barFrame, type ChartColors, tooltipFrame } from "./chart-theme.ts";
import { countText, exactText, sumText } from "./figures.ts";
import { movementMessages } from "./movement.messages.ts";
import { signOf, stepsOf } from "./waterfall.ts";

interface Look extends Pick<LanguageTools, "t" | "language"> {
  readonly colors: ChartColors;
  readonly narrow: boolean;
}
type Measure = "amount" | "count";

const colorOf = (name: MovementName, colors: ChartColors): string => {
  if (name === "start" || name === "end") return colors.accent;
  if (name === "won") return colors.won;
  return signOf(name) === "−" ? colors.lost : colors.pale;
};

/** What stands beside the bar of a step. */
function figureOf(
  movement: Movement,
  name: MovementName,
  measure: Measure,
  { narrow, language }: Look,
): string {
  const { count, amount } = movement[name];
  if (count === 0) return "—";
  const value =
    measure === "count" ? countText(count) : narrow ? sumText(amount, language) : exactText(amount, language);
  return `${signOf(name)}${value}`;
}

/** Both figures of a step, for the pointer that stands on it. */
function describe(movement: Movement, name: MovementName, { t, language }: Look): string {
  const { count, amount } = movement[name];
  return `<b>${t(movementMessages[name])}</b><br>${t(movementMessages.count)} <b>${countText(count)}</b><br>${t(movementMessages.amount)} <b>${exactText(amount, language)}</b>`;
}

/** The chart: invisible bars that hold up the visible ones. */
export function movementOption(movement: Movement, measure: Measure, look: Look) {
  const { colors, narrow, t } = look;
  const steps = stepsOf(movement, measure);
  return {
    ...barFrame(
      colors,
      MOVEMENTS.map((name) => t(movementMessages[name])),
      { left: narrow ? 84 : 100, right: narrow ? 96 : 170, top: 4 },
    ),
    legend: { show: false },
    tooltip: {
      ...tooltipFrame(colors),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: ([point]: readonly { dataIndex: number }[]) =>
        describe(movement, MOVEMENTS[point?.dataIndex ?? 0] ?? "start", look),
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
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            figureOf(movement, MOVEMENTS[dataIndex] ?? "start", measure, look),
        },
      },
    ],
  };
}
