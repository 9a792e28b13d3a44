import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { Dropdown } from "../../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Criterion, Stage } from "../../shared/pipeline.ts";
import { CriterionCard } from "./CriterionCard.tsx";
import { useCriterionKinds } from "./criterion-kinds.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";

export interface CriteriaEditorProps {
  readonly object: ObjectInfo;
  readonly stages: readonly Stage[];
  readonly hint: string;
  readonly criteria: readonly Criterion[];
  readonly faulty: ReadonlySet<string>;
  /** The one that a fault led to: it comes into view with the cursor in it. */
  readonly sought: string | undefined;
  readonly onChange: (criteria: readonly Criterion[]) => void;
}
/** The criteria of one side of a stage, each with what it says when it is not met. */
export function CriteriaEditor({
  object,
  stages,
  hint,
  criteria,
  faulty,
  sought,
  onChange,
}: CriteriaEditorProps) {
  const { t } = useLanguage();
  const kinds = useCriterionKinds();
  const replace = (next: Criterion) => onChange(criteria.map((one) => (one.id === next.id ? next : one)));
  return (
    <div className={base.stack} data-part="stack">
      <p className={base.muted}>{hint}</p>
      {criteria.length === 0 && <p className={base.muted}>{t(pipelineSettingsMessages.noCriteria)}</p>}
      {criteria.map((criterion) => (
        <CriterionCard
          key={criterion.id}
          object={object}
          stages={stages}
          criterion={criterion}
          isFaulty={faulty.has(criterion.id)}
          isSought={criterion.id === sought}
          onChange={replace}
          onRemove={() => onChange(criteria.filter((one) => one !== criterion))}
        />
      ))}
      <Dropdown
        menu={{
          items: [...kinds].map(([kind, { label, begin }]) => ({
            key: kind,
            label: t(label),
            onClick: () => onChange([...criteria, begin()]),
          })),
        }}
      >
        <QuietButton icon="plus" className={quietButtonStyles.bordered}>
          {t(pipelineSettingsMessages.addCriterion)}
        </QuietButton>
      </Dropdown>
    </div>
  );
}
