import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { FunnelStage } from "../shared/insight.contract.ts";
import type { InsightMode } from "../shared/insight-parts.contract.ts";
import { barFrame, type ChartColors, tooltipFrame } from "./chart-theme.ts";
import { countText, percentText, sumText } from "./figures.ts";
import { insightScreenMessages } from "./insight.messages.ts";

interface Look extends Pick<LanguageTools, "t" | "of" | "language"> {
  readonly colors: ChartColors;
  readonly narrow: boolean;
  /** The legend needs a second line. */
  readonly crowded: boolean;
}
type Part = "moved" | "open" | "lost";
const movedOn = ({ entered, still_open: open, lost_here: lost }: FunnelStage): number =>
  entered - (open?.count ?? 0) - (lost?.count ?? 0);

/** Of what a bar is made: in a cohort of those who moved on, stand there still, and were lost there. */
const partsOf = (mode: InsightMode, { t, colors }: Look): readonly (readonly [Part, string, string])[] =>
  mode === "cohort"
    ? [
        ["moved", t(insightScreenMessages.movedOn), colors.accent],
        ["open", t(insightScreenMessages.stillOpen), colors.pale],
        ["lost", t(insightScreenMessages.lostHere), colors.lost],
      ]
    : [["moved", t(insightScreenMessages.enteredFlow), colors.accent]];

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

/** All figures of a stage, for the pointer that stands on it. */
function describe(stage: FunnelStage | undefined, mode: InsightMode, { t, of, language }: Look): string {
  if (!stage) return "";
  const lines = [
    [
      t(mode === "cohort" ? insightScreenMessages.entered : insightScreenMessages.enteredFlow),
      countText(stage.entered),
    ],
    [t(insightScreenMessages.amount), sumText(stage.amount, language)],
    [t(insightScreenMessages.rate), percentText(stage.rate)],
    [t(insightScreenMessages.cumulative), percentText(stage.cumulative)],
    ...(stage.skipped ? [[t(insightScreenMessages.skipped), countText(stage.skipped.count)]] : []),
  ];
  return [
    `<b>${escapeHtml(of(stage.label, stage.stage))}</b>`,
    ...lines.map(([name, value]) => `${name} <b>${value}</b>`),
  ].join("<br>");
}

/** The chart: a bar for each stage with its figures at the end. */
export function funnelOption(stages: readonly FunnelStage[], mode: InsightMode, look: Look) {
  const { colors, narrow, crowded, t, of } = look;
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
      formatter: (points: readonly { dataIndex: number }[]) =>
        describe(stages[points[0]?.dataIndex ?? 0], mode, look),
    },
    series: [
      ...partsOf(mode, look).map(([part, name, color]) => seriesOf(part, name, color, stages)),
      totals(stages, colors, (rate) =>
        narrow ? "" : `  ${t(insightScreenMessages.cumulativeShort, { rate })}`,
      ),
    ],
  };
}
