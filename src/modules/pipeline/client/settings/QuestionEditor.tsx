import { Checkbox, Select } from "antd";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { type FormQuestion, QUESTION_KINDS, type QuestionOption } from "../../shared/form.ts";
import { LabelPair } from "./LabelPair.tsx";
import { freshId } from "./pipeline-edits.ts";
import { settingsTexts } from "./settings.messages.ts";

export interface QuestionEditorProps {
  readonly question: FormQuestion;
  readonly onChange: (question: FormQuestion) => void;
  readonly onRemove: () => void;
}
export function QuestionEditor({ question, onChange, onRemove }: QuestionEditorProps) {
  const { t } = useLanguage();
  const { options = [] } = question;
  const chooses = question.kind === "choice" || question.kind === "choices";
  const replace = (next: QuestionOption) =>
    onChange({ ...question, options: options.map((one) => (one.name === next.name ? next : one)) });
  return (
    <section className="criterion-card">
      <div className="editor-row">
        <LabelPair
          name={t(settingsTexts.questions)}
          max={500}
          value={question.label}
          onChange={(label) => onChange({ ...question, label })}
        />
        <Select
          aria-label={t(settingsTexts.type)}
          style={{ width: 120 }}
          value={question.kind}
          onChange={(kind) => onChange({ ...question, kind })}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(settingsTexts[kind]) }))}
        />
        <Checkbox
          checked={question.required === true}
          onChange={(event) => onChange({ ...question, required: event.target.checked })}
        >
          {t(settingsTexts.required)}
        </Checkbox>
        <Ghost icon="trash" aria-label={t(settingsTexts.remove)} onClick={onRemove} />
      </div>
      {chooses &&
        options.map((option) => (
          <div key={option.name} className="editor-row">
            <LabelPair
              name={t(settingsTexts.options)}
              value={option.label}
              onChange={(label) => replace({ ...option, label })}
            />
            <NumberField
              className="score-field"
              decimals={4}
              label={t(settingsTexts.score)}
              placeholder={t(settingsTexts.score)}
              value={option.score ?? null}
              onChange={(score) => replace({ ...option, score: score ?? undefined })}
            />
            <Ghost
              icon="close"
              aria-label={t(settingsTexts.remove)}
              onClick={() => onChange({ ...question, options: options.filter((one) => one !== option) })}
            />
          </div>
        ))}
      {chooses && (
        <div>
          <Ghost
            icon="plus"
            onClick={() =>
              onChange({ ...question, options: [...options, { name: freshId("o"), label: {} }] })
            }
          >
            {t(settingsTexts.addOption)}
          </Ghost>
        </div>
      )}
    </section>
  );
}
