import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { type Clause, SEMICOLON } from "../../../../ui/kit/answer-text.ts";
import type { FunnelAnswer } from "../shared/insight.contract.ts";
import { countText, percentText } from "./figures.ts";

const answerMessages = defineMessages({
  cohort: label(
    "{total} 条到达“{stage}”，[{won} 条赢单]（{rate}）",
    "{total} reached {stage}, [{won} won] ({rate})",
  ),
  flow: label("{total} 条进入“{stage}”，[{won} 条赢单]", "{total} moved to {stage}, [{won} won]"),
  drop: label(
    "流失最多在“{stage}”，{share} 没有继续推进",
    "the biggest drop is after {stage}: {share} went no further",
  ),
});

/** How many came in, how many were won, and where most are lost; nothing where nobody came in. */
export function funnelAnswer(
  { stages, mode, biggest_drop: drop }: FunnelAnswer,
  of: (label: LabelMap | undefined, fallback: string) => string,
): readonly Clause[] {
  const [first] = stages;
  const won = stages.find(({ type }) => type === "won");
  if (!first || first.entered === 0 || !won) return [];
  const isCohort = mode === "cohort" && won.cumulative !== null;
  const params = {
    total: countText(first.entered),
    stage: of(first.label, first.stage),
    won: countText(won.entered),
    rate: percentText(won.cumulative),
  };
  return [
    { message: isCohort ? answerMessages.cohort : answerMessages.flow, params },
    ...(isCohort && drop
      ? [
          {
            message: answerMessages.drop,
            params: { stage: of(drop.label, drop.stage), share: percentText(drop.share) },
            mark: SEMICOLON,
          },
        ]
      : []),
  ];
}
