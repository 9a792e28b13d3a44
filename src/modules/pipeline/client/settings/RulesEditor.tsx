import { Select, Switch } from "antd";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
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
