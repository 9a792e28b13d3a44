import { Checkbox, Select } from "antd";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type FormQuestion, QUESTION_KINDS } from "../shared/form.ts";
import { LabelPair } from "../../../../ui/kit/LabelPair.tsx";
import { QuestionOptions } from "./QuestionOptions.tsx";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import * as editorStyles from "../../../../ui/kit/editor.module.css";

export interface QuestionEditorProps {
  readonly question: FormQuestion;
  readonly onChange: (question: FormQuestion) => void;
  readonly onRemove: () => void;
}
export function QuestionEditor({ question, onChange, onRemove }: QuestionEditorProps) {
  const { t } = useLanguage();
  const chooses = question.kind === "choice" || question.kind === "choices";
  return (
    <section className={editorStyles.criterionCard} data-part="criterion-card">
      <div className={editorStyles.editorRow}>
        <LabelPair
          name={t(questionnaireMessages.questions)}
          max={500}
          value={question.label}
          onChange={(label) => onChange({ ...question, label })}
        />
        <Select
          aria-label={t(questionnaireMessages.type)}
          style={{ width: 120 }}
          value={question.kind}
          onChange={(kind) => onChange({ ...question, kind })}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(questionnaireMessages[kind]) }))}
        />
        <Checkbox
          checked={question.required === true}
          onChange={(event) => onChange({ ...question, required: event.target.checked })}
        >
          {t(questionnaireMessages.required)}
        </Checkbox>
        <QuietButton icon="trash" aria-label={t(questionnaireMessages.remove)} onClick={onRemove} />
      </div>
      {chooses && <QuestionOptions question={question} onChange={onChange} />}
    </section>
  );
}
