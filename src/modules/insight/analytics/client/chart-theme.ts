import { useMemo } from "react";
import { useShade } from "../../../../ui/kit/shade.tsx";

export interface ChartColors {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly pale: string;
  readonly won: string;
  readonly lost: string;
  readonly font: string;
}

/** The colours of the page as a chart needs them: by value, and again when the shade changes. */
export function useChartColors(): ChartColors {
  const { shade } = useShade();
  return useMemo(() => {
    const dark = shade === "dark";
    return {
      ink: dark ? "#e4ebe9" : "#17211f",
      quiet: dark ? "#a3b3af" : "#52605c",
      line: dark ? "#243130" : "#e6ebe9",
      surface: dark ? "#1c2524" : "#ffffff",
      accent: dark ? "#2f9d95" : "#0b7a75",
      pale: dark ? "#28504d" : "#b5d9d5",
      won: dark ? "#4aa877" : "#3a9a63",
      lost: dark ? "#b0695f" : "#b8766d",
      font: getComputedStyle(document.documentElement).getPropertyValue("--font"),
    };
  }, [shade]);
}

/** What all charts here share: bars that lie, no frame, quiet axes. */
export const barFrame = (
  colors: ChartColors,
  names: readonly string[],
  { left, right, top = 30 }: { readonly left: number; readonly right: number; readonly top?: number },
) => ({
  textStyle: { fontFamily: colors.font, color: colors.ink, fontSize: 12 },
  animationDuration: 200,
  grid: { left, right, top, bottom: 4 },
  legend: {
    top: 0,
    left: 0,
    itemWidth: 10,
    itemHeight: 10,
    icon: "roundRect",
    textStyle: { color: colors.quiet, fontSize: 12 },
  },
  xAxis: { type: "value", show: false },
  yAxis: {
    type: "category",
    inverse: true,
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colors.ink, fontSize: 12, width: left - 12, overflow: "truncate", margin: 10 },
  },
});
export const tooltipFrame = (colors: ChartColors) => ({
  confine: true,
  backgroundColor: colors.surface,
  borderColor: colors.line,
  textStyle: { color: colors.ink, fontSize: 12, fontFamily: colors.font },
});
