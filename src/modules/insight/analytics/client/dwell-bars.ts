import type { BarRow, BarTone } from "../../../../ui/charts/bars.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { DwellGroup } from "../shared/durations.contract.ts";
import { countText, daysText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";

const MEASURES = [
  ["mean", "accent"],
  ["median", "pale"],
] as const;
type Words = Pick<LanguageTools, "t" | "of">;

export const dwellLegend = ({ t }: Pick<Words, "t">): readonly (readonly [BarTone, string])[] =>
  MEASURES.map(([name, tone]) => [tone, t(insightScreenMessages[name])]);

/** Two bars for each stage: mean and median of the days. */
export const dwellRows = (groups: readonly DwellGroup[], { t, of }: Words): readonly BarRow[] =>
  groups.map((group) => ({
    id: group.stage,
    name: of(group.label, group.stage),
    bars: MEASURES.map(([name, tone]) => {
      const [length, figure] = [Number(group[name] ?? 0), daysText(group[name])];
      const said = `${t(insightScreenMessages[name])}: ${figure}`;
      return { id: name, pieces: [{ id: name, from: 0, length, tone, said }], figure };
    }),
    to: listOf(group.records),
    facts: [
      ...(["mean", "median", "p90"] as const).map(
        (name) => [t(insightScreenMessages[name]), daysText(group[name])] as const,
      ),
      [t(insightScreenMessages.records), countText(group.n)],
    ],
  }));
