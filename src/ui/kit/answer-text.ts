import { type Label, label, type Language, textOf } from "../../shared/i18n/label.ts";
import { type MessageParams, say } from "../../shared/i18n/messages.ts";

/** What stands between two clauses of an answer. */
export const COMMA = label("，", ", ");
export const SEMICOLON = label("；", "; ");
export const DOT = label(" · ", " · ");

/** One clause of an answer. What its message has in brackets is the number that matters. */
export interface Clause {
  readonly message: Label;
  readonly params?: MessageParams;
  /** The full figure, shown on hover. */
  readonly title?: string | undefined;
  /** What stands before it, unless it is the first; a comma unless told. */
  readonly mark?: Label;
  /** A way to exactly what the clause speaks of. */
  readonly link?: { readonly to: string; readonly text: Label } | undefined;
}
export interface AnswerPart {
  readonly text: string;
  readonly isStrong: boolean;
}

/**
 * The parts of a clause. The message is cut before its places are filled, so that brackets in a name are
 * only brackets.
 * @example answerParts({ message: label("拦下 [{count} 次]", "[{count}] blocked"), params: { count: 2 } }, "en")
 *          // [{ text: "2", isStrong: true }, { text: " blocked", isStrong: false }]
 */
export function answerParts({ message, params }: Clause, language: Language): readonly AnswerPart[] {
  return textOf(message, language)
    .split(/[[\]]/)
    .map((piece, at) => ({ text: say(label(piece, piece), language, params), isStrong: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** What stands before the clause at this place. */
export const markBefore = ({ mark = COMMA }: Clause, at: number, language: Language): string =>
  at === 0 ? "" : textOf(mark, language);

/** The whole sentence as plain text. */
export const answerText = (clauses: readonly Clause[], language: Language): string =>
  clauses
    .map((clause, at) => {
      const parts = answerParts(clause, language).map(({ text }) => text);
      return `${markBefore(clause, at, language)}${parts.join("")}`;
    })
    .join("");
