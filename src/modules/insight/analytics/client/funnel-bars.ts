import type { Bar, BarPiece, BarRow, BarTone } from "../../../../ui/charts/bars.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { FunnelStage } from "../shared/insight.contract.ts";
import type { InsightMode } from "../shared/insight-parts.contract.ts";
import { countText, percentText, sumText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";

interface Look extends Pick<LanguageTools, "t" | "of" | "language"> {
  readonly narrow: boolean;
}
type Words = Pick<LanguageTools, "t">;

/** Of what a bar is made: in a cohort of those who moved on, stand there still, and were lost there. */
export const funnelLegend = (mode: InsightMode, { t }: Words): readonly (readonly [BarTone, string])[] =>
  mode === "cohort"
    ? [
        ["accent", t(insightScreenMessages.movedOn)],
        ["pale", t(insightScreenMessages.stillOpen)],
        ["lost", t(insightScreenMessages.lostHere)],
      ]
    : [["accent", t(insightScreenMessages.enteredFlow)]];

function piecesOf(stage: FunnelStage, mode: InsightMode, look: Look): readonly BarPiece[] {
  const name = look.of(stage.label, stage.stage);
  const [open, lost] = [stage.still_open?.count ?? 0, stage.lost_here?.count ?? 0];
  const all = listOf(stage.records);
  const parts =
    mode === "cohort"
      ? [
          [stage.entered - open - lost, all],
          [open, stage.still_open ? listOf(stage.still_open.records) : all],
          [lost, stage.lost_here ? listOf(stage.lost_here.records) : all],
        ]
      : [[stage.entered, all]];
  let from = 0;
  return funnelLegend(mode, look).map(([tone, what], at) => {
    const [length, to] = parts[at] ?? [0, all];
    const piece = { id: tone, from, length: Number(length), tone, to: String(to) };
    from += piece.length;
    return { ...piece, said: `${name}, ${what}: ${countText(piece.length)}` };
  });
}

/** All figures of a stage. */
const factsOf = (stage: FunnelStage, mode: InsightMode, { t, language }: Look): BarRow["facts"] => [
  [
    t(mode === "cohort" ? insightScreenMessages.entered : insightScreenMessages.enteredFlow),
    countText(stage.entered),
  ],
  [t(insightScreenMessages.amount), sumText(stage.amount, language)],
  [t(insightScreenMessages.rate), percentText(stage.rate)],
  [t(insightScreenMessages.cumulative), percentText(stage.cumulative)],
  ...(stage.skipped ? [[t(insightScreenMessages.skipped), countText(stage.skipped.count)] as const] : []),
];

/** What stands at the end of a bar: how many; which share of the stage before, and of all. */
function figureOf(
  { entered, rate, cumulative }: FunnelStage,
  { t, narrow }: Look,
): Omit<Bar, "id" | "pieces"> {
  const figure = countText(entered);
  if (rate === null) return { figure };
  if (narrow) return { figure, note: percentText(rate) };
  const overall = t(insightScreenMessages.cumulativeShort, { rate: percentText(cumulative) });
  return { figure, note: `${percentText(rate)}  ${overall}` };
}

/** The funnel as a chart: a bar for each stage with its figures at the end. */
export const funnelRows = (
  stages: readonly FunnelStage[],
  mode: InsightMode,
  look: Look,
): readonly BarRow[] =>
  stages.map((stage) => ({
    id: stage.stage,
    name: look.of(stage.label, stage.stage),
    bars: [{ id: mode, pieces: piecesOf(stage, mode, look), ...figureOf(stage, look) }],
    facts: factsOf(stage, mode, look),
  }));
