import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Label } from "../../../../../shared/i18n/label.ts";
import type { PipelineDefinition, Stage } from "../../shared/pipeline.ts";
import { criterionChanges, ruleChanges, type RuleName } from "./definition-changes.ts";
import { differences } from "./pipeline-edits.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { useCriterionName } from "./use-criterion-name.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as diffListStyles from "../../../../../ui/kit/diff-list.module.css";

const PART_WORDS: Readonly<Partial<Record<keyof Stage, (typeof pipelineSettingsMessages)["entry"]>>> = {
  label: pipelineSettingsMessages.stageLabel,
  type: pipelineSettingsMessages.type,
  order: pipelineSettingsMessages.order,
  probability: pipelineSettingsMessages.probability,
  forecast_category: pipelineSettingsMessages.forecast,
  owner_role: pipelineSettingsMessages.ownerRole,
  max_dwell: pipelineSettingsMessages.maxDwell,
  clocks: pipelineSettingsMessages.clocks,
  guidance: pipelineSettingsMessages.guidance,
  on_enter: pipelineSettingsMessages.onEnter,
  on_exit: pipelineSettingsMessages.onExit,
  layers: pipelineSettingsMessages.layers,
  movers: pipelineSettingsMessages.movers,
  editors: pipelineSettingsMessages.editors,
};

interface DifferenceListProps {
  /** The object of the pipeline. */
  readonly object: string;
  readonly before: readonly Stage[];
  readonly after: readonly Stage[];
  readonly rulesBefore: PipelineDefinition["rules"] | undefined;
  readonly rulesAfter: PipelineDefinition["rules"];
}
const STAGE_WORDS = {
  added: pipelineSettingsMessages.stageAdded,
  removed: pipelineSettingsMessages.stageRemoved,
  changed: pipelineSettingsMessages.stageChanged,
} as const;

/** How one version differs from the one before, each difference a sentence. */
export function DifferenceList({ object, before, after, rulesBefore, rulesAfter }: DifferenceListProps) {
  const { t, of } = useLanguage();
  const list = differences(before, after);
  const rules = ruleChanges(rulesBefore, rulesAfter);
  if (list.length === 0 && rules.length === 0)
    return <p className={base.muted}>{t(pipelineSettingsMessages.noChanges)}</p>;
  return (
    <ul className={diffListStyles.diffList}>
      {list.flatMap(({ kind, stage, parts }) => {
        const told = kind === "changed" ? parts.filter((part) => !isCriteria(part)) : [];
        const words = told.map((part) => t(PART_WORDS[part] ?? pipelineSettingsMessages.basics));
        const name = of(stage.label, stage.name);
        const was = before.find((one) => one.name === stage.name);
        return [
          kind === "changed" && told.length === 0 ? null : (
            <li key={stage.name}>{t(STAGE_WORDS[kind], { stage: name, parts: words.join(" · ") })}</li>
          ),
          kind === "changed" && was ? (
            <CriterionLines key={`${stage.name} criteria`} object={object} before={was} after={stage} />
          ) : null,
        ];
      })}
      {rules.map((name) => (
        <RuleLine key={name} name={name} before={rulesBefore?.[name]} after={rulesAfter[name]} />
      ))}
    </ul>
  );
}

const isCriteria = (part: keyof Stage): part is "entry" | "exit" => part === "entry" || part === "exit";
const CRITERION_WORDS = {
  added: pipelineSettingsMessages.criterionAdded,
  removed: pipelineSettingsMessages.criterionRemoved,
  changed: pipelineSettingsMessages.criterionChanged,
} as const;

interface CriterionLinesProps {
  readonly object: string;
  readonly before: Stage;
  readonly after: Stage;
}
function CriterionLines({ object, before, after }: CriterionLinesProps) {
  const { t, of } = useLanguage();
  const nameOf = useCriterionName(object);
  return (["entry", "exit"] as const).flatMap((part) =>
    criterionChanges(before[part], after[part]).map(({ kind, criterion }) => (
      <li key={`${part} ${criterion.id}`}>
        {t(CRITERION_WORDS[kind], {
          stage: of(after.label, after.name),
          part: t(pipelineSettingsMessages[part]),
          name: nameOf(criterion),
        })}
      </li>
    )),
  );
}

const RULE_WORDS: Readonly<Record<RuleName, Label>> = {
  allow_skip: pipelineSettingsMessages.allowSkip,
  allow_backward: pipelineSettingsMessages.allowBackward,
  backward_needs_reason: pipelineSettingsMessages.backwardReason,
  allow_reopen: pipelineSettingsMessages.allowReopen,
  lost_asks_exit: pipelineSettingsMessages.lostAsksExit,
  override_approval: pipelineSettingsMessages.overrideApproval,
  reopen_approval: pipelineSettingsMessages.reopenApproval,
  meeting_days: pipelineSettingsMessages.meetingDays,
  create_in: pipelineSettingsMessages.createIn,
};
interface RuleLineProps {
  readonly name: RuleName;
  readonly before: unknown;
  readonly after: unknown;
}
function RuleLine({ name, before, after }: RuleLineProps) {
  const { t } = useLanguage();
  const isSwitch = typeof (after ?? before) === "boolean";
  const message = !isSwitch
    ? pipelineSettingsMessages.ruleChanged
    : after === true
      ? pipelineSettingsMessages.ruleOn
      : pipelineSettingsMessages.ruleOff;
  return <li>{t(message, { rule: t(RULE_WORDS[name]) })}</li>;
}
