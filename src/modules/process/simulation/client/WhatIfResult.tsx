import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import type { Simulation } from "../shared/simulation.contract.ts";
import { BlockedMoves } from "./BlockedMoves.tsx";
import { BlockedOutcomes } from "./BlockedOutcomes.tsx";
import { CriterionBars } from "./CriterionBars.tsx";
import { useValueText } from "./use-value-text.ts";
import { whatIfAnswer } from "./what-if-answer.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import { whatIfNotes } from "./what-if-notes.ts";

interface Props {
  readonly pipeline: PipelineView;
  readonly found: Simulation;
}
/** What the draft would have stopped and what became of it, at which criterion, and each move. */
export function WhatIfResult({ pipeline, found }: Props) {
  const { t } = useLanguage();
  const valueText = useValueText();
  if (found.moves === 0) return <Empty icon="history" title={t(whatIfMessages.none)} small />;
  const hasBlocked = found.draft.refused > 0;
  return (
    <Answer
      clauses={whatIfAnswer(found, valueText)}
      tone={hasBlocked ? "needs" : "good"}
      notes={whatIfNotes(found).map(([message, params]) => t(message, params))}
    >
      {hasBlocked && <BlockedOutcomes object={pipeline.object} found={found} />}
      <CriterionBars pipeline={pipeline} gates={found.gates} />
      {hasBlocked && (
        <Fold title={t(whatIfMessages.deals)} note={found.draft.refused.toLocaleString()}>
          <BlockedMoves pipeline={pipeline} found={found} />
        </Fold>
      )}
    </Answer>
  );
}
