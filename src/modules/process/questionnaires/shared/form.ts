import Big from "big.js";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { isDate } from "../../../../shared/time/dates.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import {
  choice,
  list,
  number,
  object,
  oneOf,
  optional,
  shaped,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

export const QUESTION_KINDS = [
  "text",
  "long_text",
  "number",
  "boolean",
  "date",
  "choice",
  "choices",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
/** Texts by language, at least one of them with words (`isSaid`). */
const Words = shaped<LabelMap>(object({}));
const QuestionOption = object({
  name: text(),
  label: Words,
  /** Points that choosing it gives. */
  score: optional(number()),
});
export type QuestionOption = Readonly<Static<typeof QuestionOption>>;
/** One question of the object `form`. */
export interface FormQuestion {
  readonly id: string;
  readonly label: LabelMap;
  readonly kind: QuestionKind;
  readonly required?: boolean;
  readonly options?: readonly QuestionOption[];
}
const common = { id: text({ minLength: 1 }), label: Words };
/** Options count where one chooses; elsewhere they may be left from before the kind was changed. */
const Questions = list(
  shaped<FormQuestion>(
    oneOf(
      object({
        ...common,
        kind: choice("choice", "choices"),
        options: list(QuestionOption, { minItems: 1 }),
      }),
      object({ ...common, kind: choice("text", "long_text", "number", "boolean", "date") }),
    ),
  ),
  { minItems: 1, maxItems: 100 },
);

const isSaid = (label: LabelMap): boolean =>
  Object.values(label).some((words) => typeof words === "string" && words.trim() !== "");
const chooses = ({ kind }: FormQuestion): boolean => kind === "choice" || kind === "choices";
const isWorded = (question: FormQuestion): boolean =>
  isSaid(question.label) &&
  (!chooses(question) || (question.options ?? []).every((option) => isSaid(option.label)));

/**
 * The questions of a form, or null when they are not right: each needs an id of its own, a label, a kind, and
 * options where one chooses.
 */
export function parseQuestions(value: unknown): readonly FormQuestion[] | null {
  if (!fits(Questions, value) || !value.every(isWorded)) return null;
  return new Set(value.map((question) => question.id)).size === value.length ? value : null;
}

const isBlank = (value: WireValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

function isAnswered({ kind, options = [] }: FormQuestion, value: WireValue | undefined): boolean {
  const known = (name: WireValue) => options.some((option) => option.name === name);
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "choices") return Array.isArray(value) && value.every(known);
  if (kind === "number" && typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "string") return false;
  if (kind === "number") return /^-?\d+(\.\d+)?$/.test(value.trim());
  return kind === "date" ? isDate(value) : kind === "choice" ? known(value) : true;
}

/**
 * What keeps a questionnaire from being complete: required questions without an answer, and answers that are
 * none.
 */
export function openQuestions(
  questions: readonly FormQuestion[],
  answers: Readonly<Values>,
): readonly FormQuestion[] {
  return questions.filter((question) =>
    isBlank(answers[question.id]) ? question.required === true : !isAnswered(question, answers[question.id]),
  );
}

/** The points of the chosen options, as a decimal text; null when no question gives points. */
export function scoreOf(questions: readonly FormQuestion[], answers: Readonly<Values>): string | null {
  const scored = questions.filter(
    (question) => chooses(question) && question.options?.some((option) => option.score !== undefined),
  );
  if (scored.length === 0) return null;
  const chosen = (id: string): readonly WireValue[] => [answers[id] ?? null].flat();
  const points = scored.flatMap((question) =>
    (question.options ?? [])
      .filter((option) => chosen(question.id).includes(option.name))
      .map((option) => option.score ?? 0),
  );
  return points.reduce((sum, point) => sum.plus(point), new Big(0)).toFixed();
}
