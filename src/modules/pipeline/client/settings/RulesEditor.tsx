import { Select, Switch } from "antd";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Approver } from "../../shared/pipeline.ts";
import { useNamed } from "./choices.ts";
import { LabelPair } from "./LabelPair.tsx";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { settingsTexts } from "./settings.messages.ts";

const TOGGLES = [
  ["allow_skip", settingsTexts.allowSkip],
  ["allow_backward", settingsTexts.allowBackward],
  ["backward_needs_reason", settingsTexts.backwardReason],
  ["allow_reopen", settingsTexts.allowReopen],
] as const;

/** The pipeline's name and what it allows. */
export function RulesEditor({ draft, onChange }: { readonly draft: PipelineDraft; readonly onChange: (draft: PipelineDraft) => void }) {
  const { t, of } = useLanguage();
  const { rules } = draft;
  return (
    <div className="pipeline-pane rule-list">
      <Labelled label={`${t(settingsTexts.labelZh)} / ${t(settingsTexts.labelEn)}`}>
        {() => <LabelPair name={t(settingsTexts.pipelines)} value={draft.label} onChange={(label) => onChange({ ...draft, label })} />}
      </Labelled>
      {TOGGLES.map(([name, text]) => (
        <label key={name}>
          <Switch size="small" checked={rules[name]} onChange={(on) => onChange({ ...draft, rules: { ...rules, [name]: on } })} />
          <span>{t(text)}</span>
        </label>
      ))}
      <ApproverChoice
        label={t(settingsTexts.overrideApproval)}
        value={rules.override_approval}
        onChange={(override_approval) => onChange({ ...draft, rules: { ...rules, override_approval } })}
      />
      <ApproverChoice
        label={t(settingsTexts.reopenApproval)}
        value={rules.reopen_approval}
        onChange={(reopen_approval) => onChange({ ...draft, rules: { ...rules, reopen_approval } })}
      />
      <Labelled label={t(settingsTexts.createIn)}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={[...(rules.create_in ?? [])]}
            onChange={(names) => onChange({ ...draft, rules: { ...rules, create_in: names.length > 0 ? names : undefined } })}
            options={draft.stages.map((stage) => ({ value: stage.name, label: of(stage.label, stage.name) }))}
          />
        )}
      </Labelled>
    </div>
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
    { value: "", label: t(settingsTexts.noApproval) },
    { value: "manager", label: t(settingsTexts.manager) },
    ...roles.map((role) => ({ value: `role:${role.value}`, label: role.label })),
  ];
  const read = (chosen: string): Approver | undefined => (chosen === "" ? undefined : chosen === "manager" ? "manager" : { role: chosen.slice(5) });
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
