import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import type { QuestionOption } from "../shared/form.ts";
import { LabelPair } from "../../../../ui/kit/LabelPair.tsx";
import { freshId } from "../../../../ui/data/fresh-id.ts";
import type { QuestionEditorProps } from "./QuestionEditor.tsx";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import * as editorStyles from "../../../../ui/kit/editor.module.css";
import * as styles from "./QuestionOptions.module.css";

/** The answers that a question offers, each with its score. */
export function QuestionOptions({ question, onChange }: Omit<QuestionEditorProps, "onRemove">) {
  const { t } = useLanguage();
  const { options = [] } = question;
  const replace = (next: QuestionOption) =>
    onChange({ ...question, options: options.map((one) => (one.name === next.name ? next : one)) });
  return (
    <>
      {options.map((option) => (
        <div key={option.name} className={editorStyles.editorRow}>
          <LabelPair
            name={t(questionnaireMessages.options)}
            value={option.label}
            onChange={(label) => replace({ ...option, label })}
          />
          <NumberField
            className={styles.scoreField}
            decimals={4}
            label={t(questionnaireMessages.score)}
            placeholder={t(questionnaireMessages.score)}
            value={option.score ?? null}
            onChange={(score) => replace({ ...option, score: score ?? undefined })}
          />
          <QuietButton
            icon="close"
            aria-label={t(questionnaireMessages.remove)}
            onClick={() => onChange({ ...question, options: options.filter((one) => one !== option) })}
          />
        </div>
      ))}
      <div>
        <QuietButton
          icon="plus"
          onClick={() => onChange({ ...question, options: [...options, { name: freshId("o"), label: {} }] })}
        >
          {t(questionnaireMessages.addOption)}
        </QuietButton>
      </div>
    </>
  );
}
