import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Criterion, Stage } from "../../shared/pipeline.ts";
import { CriterionBody } from "./CriterionBody.tsx";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { useCriterionKinds } from "./criterion-kinds.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";

export interface CriterionCardProps {
  readonly object: ObjectInfo;
  readonly stages: readonly Stage[];
  readonly criterion: Criterion;
  readonly isFaulty: boolean;
  /** A fault led to it. */
  readonly isSought: boolean;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: () => void;
}
/** One criterion, and what it says when it is not met. */
export function CriterionCard({
  object,
  stages,
  criterion,
  isFaulty,
  isSought,
  onChange,
  onRemove,
}: CriterionCardProps) {
  const { t } = useLanguage();
  const kind = useCriterionKinds().get(criterion.kind);
  return (
    <section
      className={editorStyles.criterionCard}
      data-part="criterion-card"
      data-faulty={isFaulty || undefined}
      ref={isSought ? showFault : undefined}
    >
      <header>
        <span className={base.grow}>{kind ? t(kind.label) : criterion.kind}</span>
        <QuietButton icon="trash" aria-label={t(pipelineSettingsMessages.remove)} onClick={onRemove} />
      </header>
      <CriterionBody object={object} stages={stages} criterion={criterion} onChange={onChange} />
      <Labelled label={t(pipelineSettingsMessages.message)}>
        {() => (
          <LabelPair
            name={t(pipelineSettingsMessages.message)}
            max={500}
            value={criterion.message}
            onChange={(message) => onChange({ ...criterion, message: isSaid(message) ? message : undefined })}
          />
        )}
      </Labelled>
    </section>
  );
}
/** Kept outside, so that it runs once, as the card appears. */
function showFault(card: HTMLElement | null): void {
  card?.scrollIntoView({ block: "center" });
  card?.querySelector<HTMLElement>("input, textarea, button:not([aria-label])")?.focus();
}
const isSaid = (message: Readonly<Record<string, string>>): boolean =>
  Object.values(message).some((text) => text !== "");
