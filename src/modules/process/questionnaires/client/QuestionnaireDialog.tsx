import { Input, Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { createRecord, patchRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { refuseBadNumbers } from "../../../../ui/kit/NumberField.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { type FormQuestion, parseQuestions } from "../shared/form.ts";
import { labelIn } from "../../../../ui/data/label-in.ts";
import { LabelPair } from "../../../../ui/kit/LabelPair.tsx";
import { freshId } from "../../../../ui/data/fresh-id.ts";
import { QuestionEditor } from "./QuestionEditor.tsx";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import * as baseStyles from "../../../../ui/kit/base.module.css";
import * as dialogStyles from "../../../../ui/kit/dialog.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

const newQuestion = (): FormQuestion => ({ id: freshId("q"), label: {}, kind: "text", required: true });
/** Questions as a record keeps them. */
const kept = (questions: readonly FormQuestion[]) =>
  questions.map(({ id, label, kind, required, options }) => ({
    id,
    label,
    kind,
    required: required === true,
    options: (options ?? []).map(({ name, label: words, score }) => ({
      name,
      label: words,
      ...(score === undefined ? {} : { score }),
    })),
  }));

export interface QuestionnaireDialogProps {
  readonly form: Values | null;
  readonly onClose: () => void;
}
/** A questionnaire while it is built. */
function useQuestionnaire({ form: edited, onClose }: QuestionnaireDialogProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const intent = useIntent();
  const before = partOf(form, edited);
  const [name, setName] = useState<string>(before.name ?? "");
  const [label, setLabel] = useState(labelIn(before.label));
  const [questions, setQuestions] = useState(parseQuestions(before.questions) ?? [newQuestion()]);
  const { errors, busy, submit, tell: tellError } = useForm([]);
  const save = async () => {
    if (refuseBadNumbers(document)) return tellError(t(kitMessages.badNumber));
    const values: Values = { label, questions: kept(questions) };
    await submit({}, async () => {
      await intent.run({ name, ...values }, (key) =>
        edited
          ? patchRecord({ object: form.name, id: idOf(edited), values, base: {} }, key)
          : createRecord(form.name, { name, ...values }, key),
      );
      refresh(form.name);
      tell.done(t(questionnaireMessages.savedForm));
      onClose();
    });
  };
  return { name, setName, label, setLabel, questions, setQuestions, error: errors[""], busy, save };
}

/** Builds a questionnaire. */
export function QuestionnaireDialog(props: QuestionnaireDialogProps) {
  const { form: edited, onClose } = props;
  const { t } = useLanguage();
  const { name, setName, label, setLabel, questions, setQuestions, error, busy, save } =
    useQuestionnaire(props);
  return (
    <Modal
      open
      className={dialogStyles.full}
      width={820}
      title={t(edited ? questionnaireMessages.questionnaires : questionnaireMessages.newQuestionnaire)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={baseStyles.stack}>
        <Refusal words={error} />
        <Labelled label={`${t(questionnaireMessages.labelZh)} / ${t(questionnaireMessages.labelEn)}`}>
          {() => (
            <LabelPair name={t(questionnaireMessages.questionnaires)} value={label} onChange={setLabel} />
          )}
        </Labelled>
        <Labelled label={t(questionnaireMessages.code)} hint={t(questionnaireMessages.codeHint)}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              disabled={edited !== null}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value.toLowerCase())}
            />
          )}
        </Labelled>
        <h3>{t(questionnaireMessages.questions)}</h3>
        {questions.map((question) => (
          <QuestionEditor
            key={question.id}
            question={question}
            onChange={(next) => setQuestions(questions.map((one) => (one.id === next.id ? next : one)))}
            onRemove={() => setQuestions(questions.filter((one) => one !== question))}
          />
        ))}
        <div>
          <QuietButton
            icon="plus"
            className={quietButtonStyles.bordered}
            onClick={() => setQuestions([...questions, newQuestion()])}
          >
            {t(questionnaireMessages.addQuestion)}
          </QuietButton>
        </div>
      </div>
    </Modal>
  );
}
