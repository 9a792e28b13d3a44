import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use as install } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// Drawn as SVG: sharp in print, and text stays text.
install([BarChart, GridComponent, TooltipComponent, LegendComponent, SVGRenderer]);

export interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** What the chart says, for who cannot see it; the table beside it says the rest. */
  readonly label: string;
  readonly onPick?: (series: string, row: number) => void;
}

/** A chart that follows the width of its place. */
export function Chart({ option, height, label, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: "svg" });
    made.on("click", ({ seriesId, dataIndex }) => pick.current?.(seriesId ?? "", dataIndex));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    chart.current = made;
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);
  useEffect(() => chart.current?.resize(), [height]);
  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}
