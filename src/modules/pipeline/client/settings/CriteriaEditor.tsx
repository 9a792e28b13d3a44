import { Dropdown } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type Criterion, CRITERION_KINDS, type Stage } from "../../shared/pipeline.ts";
import { CriterionBody } from "./CriterionBody.tsx";
import { LabelPair } from "./LabelPair.tsx";
import { newCriterion } from "./pipeline-edits.ts";
import { settingsTexts } from "./settings.messages.ts";

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
  const replace = (next: Criterion) => onChange(criteria.map((one) => (one.id === next.id ? next : one)));
  return (
    <div className="stack">
      <p className="muted">{hint}</p>
      {criteria.length === 0 && <p className="muted">{t(settingsTexts.noCriteria)}</p>}
      {criteria.map((criterion) => (
        <section
          key={criterion.id}
          className="criterion-card"
          data-faulty={faulty.has(criterion.id) || undefined}
          ref={criterion.id === sought ? showFault : undefined}
        >
          <header>
            <span className="grow">{t(settingsTexts[criterion.kind])}</span>
            <Ghost
              icon="trash"
              aria-label={t(settingsTexts.remove)}
              onClick={() => onChange(criteria.filter((one) => one !== criterion))}
            />
          </header>
          <CriterionBody object={object} stages={stages} criterion={criterion} onChange={replace} />
          <Labelled label={t(settingsTexts.message)}>
            {() => (
              <LabelPair
                name={t(settingsTexts.message)}
                max={500}
                value={criterion.message}
                onChange={(message) =>
                  replace({ ...criterion, message: isSaid(message) ? message : undefined })
                }
              />
            )}
          </Labelled>
        </section>
      ))}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: CRITERION_KINDS.map((kind) => ({
            key: kind,
            label: t(settingsTexts[kind]),
            onClick: () => onChange([...criteria, newCriterion(kind)]),
          })),
        }}
      >
        <Ghost icon="plus" className="bordered">
          {t(settingsTexts.addCriterion)}
        </Ghost>
      </Dropdown>
    </div>
  );
}
/** Kept outside, so that it runs once, as the card appears. */
function showFault(card: HTMLElement | null): void {
  card?.scrollIntoView({ block: "center" });
  card?.querySelector<HTMLElement>("input, textarea, button:not([aria-label])")?.focus();
}
const isSaid = (message: Readonly<Record<string, string>>): boolean =>
  Object.values(message).some((text) => text !== "");
