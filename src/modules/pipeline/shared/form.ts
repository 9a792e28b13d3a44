import Big from "big.js";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";

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
export interface QuestionOption {
  readonly name: string;
  readonly label: LabelMap;
  /** Points that choosing it gives. */
  readonly score?: number;
}
/** One question of the object `form`. */
export interface FormQuestion {
  readonly id: string;
  readonly label: LabelMap;
  readonly kind: QuestionKind;
  readonly required?: boolean;
  readonly options?: readonly QuestionOption[];
}

const isLabel = (value: unknown): value is LabelMap =>
  isMap(value) && Object.values(value).some((text) => typeof text === "string" && text.trim() !== "");
function isOption(value: unknown): value is QuestionOption {
  if (!isMap(value)) return false;
  const { name, label, score } = value;
  return typeof name === "string" && isLabel(label) && (score === undefined || typeof score === "number");
}
function isQuestion(value: unknown): value is FormQuestion {
  if (!isMap(value)) return false;
  const { id, label, kind, options } = value;
  if (typeof id !== "string" || id === "" || !isLabel(label)) return false;
  const hasOptions = Array.isArray(options) && options.length > 0 && options.every(isOption);
  return (
    QUESTION_KINDS.some((known) => known === kind) &&
    (hasOptions || (kind !== "choice" && kind !== "choices"))
  );
}

/**
 * The questions of a form, or null when they are not right: each needs an id of its own, a label, a kind, and
 * options where one chooses.
 */
export function parseQuestions(value: unknown): readonly FormQuestion[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > 100 || !value.every(isQuestion))
    return null;
  return new Set(value.map((question) => question.id)).size === value.length ? value : null;
}

const isBlank = (value: WireValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);
const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));

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
  const scored = questions.filter((question) =>
    question.options?.some((option) => option.score !== undefined),
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
