import { Select, Switch } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { MEETING_DAYS } from "../../shared/clocks.ts";
import type { Approver } from "../../shared/pipeline.ts";
import { useNamed } from "./choices.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";
import * as styles from "./RulesEditor.module.css";

const TOGGLES = [
  ["allow_skip", pipelineSettingsMessages.allowSkip],
  ["allow_backward", pipelineSettingsMessages.allowBackward],
  ["backward_needs_reason", pipelineSettingsMessages.backwardReason],
  ["allow_reopen", pipelineSettingsMessages.allowReopen],
  ["lost_asks_exit", pipelineSettingsMessages.lostAsksExit],
] as const;

/** The pipeline's name and what it allows. */
export function RulesEditor({
  draft,
  onChange,
}: {
  readonly draft: PipelineDraft;
  readonly onChange: (draft: PipelineDraft) => void;
}) {
  const { t } = useLanguage();
  const { rules } = draft;
  return (
    <div className={`${paneStyles.pipelinePane} ${styles.ruleList}`}>
      <Labelled label={`${t(pipelineSettingsMessages.labelZh)} / ${t(pipelineSettingsMessages.labelEn)}`}>
        {() => (
          <LabelPair
            name={t(pipelineSettingsMessages.pipelines)}
            value={draft.label}
            onChange={(label) => onChange({ ...draft, label })}
          />
        )}
      </Labelled>
      {TOGGLES.map(([name, text]) => (
        <label key={name}>
          <Switch
            size="small"
            checked={rules[name] === true}
            onChange={(on) => onChange({ ...draft, rules: { ...rules, [name]: on } })}
          />
          <span>{t(text)}</span>
        </label>
      ))}
      <ApproverChoice
        label={t(pipelineSettingsMessages.overrideApproval)}
        value={rules.override_approval}
        onChange={(override_approval) => onChange({ ...draft, rules: { ...rules, override_approval } })}
      />
      <ApproverChoice
        label={t(pipelineSettingsMessages.reopenApproval)}
        value={rules.reopen_approval}
        onChange={(reopen_approval) => onChange({ ...draft, rules: { ...rules, reopen_approval } })}
      />
      <Labelled label={t(pipelineSettingsMessages.meetingDays)}>
        {({ id }) => (
          <NumberField
            id={id}
            min={0}
            max={365}
            value={rules.meeting_days ?? null}
            placeholder={String(MEETING_DAYS)}
            onChange={(days) => onChange({ ...draft, rules: { ...rules, meeting_days: days ?? undefined } })}
          />
        )}
      </Labelled>
      <CreationChoice
        draft={draft}
        onChange={(create_in) => onChange({ ...draft, rules: { ...rules, create_in } })}
      />
    </div>
  );
}

type CreateIn = PipelineDraft["rules"]["create_in"];
/** Any stage, the first one, or some that are named. */
function CreationChoice({
  draft,
  onChange,
}: {
  readonly draft: PipelineDraft;
  readonly onChange: (value: CreateIn) => void;
}) {
  const { t, of } = useLanguage();
  const { create_in } = draft.rules;
  const kind = create_in === undefined ? "any" : create_in === "first" ? "first" : "named";
  const choose = (chosen: string): CreateIn =>
    chosen === "any" ? undefined : chosen === "first" ? "first" : [draft.stages[0]?.name ?? ""];
  return (
    <>
      <Labelled label={t(pipelineSettingsMessages.createIn)}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            onChange={(chosen: string) => onChange(choose(chosen))}
            options={[
              { value: "any", label: t(pipelineSettingsMessages.createAny) },
              { value: "first", label: t(pipelineSettingsMessages.createFirst) },
              { value: "named", label: t(pipelineSettingsMessages.createNamed) },
            ]}
          />
        )}
      </Labelled>
      {create_in !== undefined && create_in !== "first" && (
        <Labelled label={t(pipelineSettingsMessages.createStages)}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              onInputKeyDown={leaveWithTab}
              value={[...create_in]}
              onChange={(names) => onChange(names.length > 0 ? names : undefined)}
              options={draft.stages.map((stage) => ({
                value: stage.name,
                label: of(stage.label, stage.name),
              }))}
            />
          )}
        </Labelled>
      )}
    </>
  );
}

interface ApproverProps {
  readonly label: string;
  readonly value: Approver | undefined;
  readonly onChange: (value: Approver | undefined) => void;
}
/** Nobody, the owner's manager, or somebody of a role. */
function ApproverChoice({ label, value, onChange }: ApproverProps) {
  const { t } = useLanguage();
  const roles = useNamed("role");
  const options = [
    { value: "", label: t(pipelineSettingsMessages.noApproval) },
    { value: "manager", label: t(pipelineSettingsMessages.manager) },
    ...roles.map((role) => ({ value: `role:${role.value}`, label: role.label })),
  ];
  const read = (chosen: string): Approver | undefined =>
    chosen === "" ? undefined : chosen === "manager" ? "manager" : { role: chosen.slice(5) };
  return (
    <Labelled label={label}>
      {({ id }) => (
        <Select
          id={id}
          value={value === undefined ? "" : value === "manager" ? "manager" : `role:${value.role}`}
          onChange={(chosen: string) => onChange(read(chosen))}
          options={options}
        />
      )}
    </Labelled>
  );
}
