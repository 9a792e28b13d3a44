import { use } from "react";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { formResponse } from "../../../../objects/work/form-response/form-response.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecord, useRecords } from "../../../../ui/data/records.ts";
import { isBlank, isList, linkId, textValue } from "../../../../ui/data/values.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { CellProps } from "../../../../ui/field/kind-ui.ts";
import { ShownRecordContext } from "../../../../ui/field/value-words.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import { type FormQuestion, parseQuestions } from "../shared/form.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./AnswersInWords.module.css";

/** Answers to a questionnaire, each behind its question; what is no longer asked stands by the id it had. */
export function AnswersInWords({ value, record }: CellProps) {
  const tools = useLanguage();
  const questions = useQuestions(record);
  if (!isMap(value) || questions === null) return null;
  const known = questions.filter(({ id }) => !isBlank(value[id]));
  const gone = Object.keys(value).filter(
    (id) => !isBlank(value[id]) && !questions.some((question) => question.id === id),
  );
  return (
    <span className={styles.answers}>
      {known.map((question) => (
        <span key={question.id}>
          <span className={base.muted}>{tools.of(question.label, question.id)}</span>{" "}
          {answerText(question, value[question.id], tools)}
        </span>
      ))}
      {gone.map((id) => (
        <span key={id}>
          <span className={base.muted}>{id}</span> {plainText(value[id], tools)}
        </span>
      ))}
    </span>
  );
}

/**
 * The questions of the form that the record answers; null while they are on their way. The log's lines do not
 * say the form, the record does.
 */
function useQuestions(record: Values): readonly FormQuestion[] | null {
  const shown = use(ShownRecordContext);
  const [told, whole] = [partOf(formResponse, record), partOf(formResponse, shown)];
  const said = linkId(told.form) ?? linkId(whole.form);
  const id = said === null ? told.id || whole.id || "" : "";
  const response = useRecord("form_response", id, null);
  const asked = said ?? linkId(partOf(formResponse, response.data?.data).form);
  const forms = useRecords(
    "form",
    { filter: `id == ${JSON.stringify(asked ?? "")}`, limit: 1 },
    asked !== null,
  );
  if (asked === null ? id !== "" && response.isPending : forms.isPending) return null;
  return parseQuestions(partOf(form, forms.data?.data[0]).questions) ?? [];
}

const nameOf = ({ options = [] }: FormQuestion, value: WireValue, { of }: LanguageTools): string => {
  const option = options.find(({ name }) => name === value);
  return option ? of(option.label, option.name) : textValue(value);
};
function answerText(question: FormQuestion, value: WireValue | undefined, tools: LanguageTools): string {
  if (question.kind === "choices" && isList(value))
    return value.map((one) => nameOf(question, one, tools)).join(tools.language === "zh-CN" ? "、" : ", ");
  return question.kind === "choice" && value !== undefined
    ? nameOf(question, value, tools)
    : plainText(value, tools);
}
function plainText(value: WireValue | undefined, { t, language }: LanguageTools): string {
  if (typeof value === "boolean") return t(value ? kitMessages.yes : kitMessages.no);
  if (isList(value)) return value.map(textValue).join(language === "zh-CN" ? "、" : ", ");
  return textValue(value);
}
