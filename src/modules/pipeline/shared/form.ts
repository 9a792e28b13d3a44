import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";

export type QuestionKind = "text" | "long_text" | "number" | "boolean" | "date" | "choice" | "choices";
export interface Question {
  readonly id: string;
  readonly label: LabelMap;
  readonly kind: QuestionKind;
  readonly required?: boolean;
  readonly options?: readonly { readonly name: string; readonly label: LabelMap }[];
}
/** A questionnaire of a pipeline, e.g. 客户需求调研表. */
export interface FormDefinition {
  readonly name: string;
  readonly label: LabelMap;
  readonly questions: readonly Question[];
}

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isText = (value: WireValue | undefined): value is string => typeof value === "string" && value.trim() !== "";

function isAnswered(question: Question, value: WireValue | undefined): boolean {
  const known = (name: WireValue) => (question.options ?? []).some((option) => option.name === name);
  switch (question.kind) {
    case "text":
    case "long_text":
      return isText(value);
    case "number":
      return (typeof value === "number" && Number.isFinite(value)) || (isText(value) && /^-?\d+(\.\d+)?$/.test(value.trim()));
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return isText(value) && isDate(value);
    case "choice":
      return isText(value) && known(value);
    case "choices":
      return Array.isArray(value) && value.length > 0 && value.every(known);
  }
}
const isBlank = (value: WireValue | undefined): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Questions that still keep the form from being complete: required ones without an answer and any with an answer of the wrong kind. */
export function openQuestions(form: FormDefinition, answers: Readonly<Values> | null | undefined): readonly Question[] {
  return form.questions.filter((question) => {
    const value = answers?.[question.id];
    return isBlank(value) ? question.required === true : !isAnswered(question, value);
  });
}
