import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import { answerParts, type Clause, markBefore } from "./answer-text.ts";
import { useLanguage } from "./language.tsx";
import * as styles from "./Answer.module.css";

export interface AnswerProps {
  /** Nothing is drawn without a clause: while nothing is known, nothing is claimed. */
  readonly clauses: readonly Clause[];
  /** Good news, or something that needs somebody; else neither. */
  readonly tone?: "good" | "needs" | undefined;
  /** At the right of the sentence: what is done next. */
  readonly action?: ReactNode;
  /** Smaller, below the sentence: what else is to be known of it. */
  readonly notes?: readonly ReactNode[];
  /** One chart, then what is folded. */
  readonly children?: ReactNode;
}
/**
 * What a page has found out, before its tables: one sentence with the number that matters.
 *
 *     <Answer clauses={whatIfAnswer(found, money)}><Bars …/><Fold title="…">table</Fold></Answer>
 */
export function Answer({ clauses, tone, action, notes = [], children }: AnswerProps) {
  const { t, language } = useLanguage();
  if (clauses.length === 0) return null;
  return (
    <section className={styles.answer} data-part="answer" data-tone={tone}>
      <div className={styles.answerHead}>
        <p className={styles.answerSentence} data-part="answer-sentence">
          {clauses.map((clause, at) => (
            <Fragment key={at}>
              {markBefore(clause, at, language)}
              <span title={clause.title}>
                {answerParts(clause, language).map(({ text, isStrong }, part) =>
                  isStrong ? <strong key={part}>{text}</strong> : <Fragment key={part}>{text}</Fragment>,
                )}
              </span>
              {clause.link && (
                <Link className={styles.answerLink} to={clause.link.to}>
                  {t(clause.link.text, clause.params)}
                </Link>
              )}
            </Fragment>
          ))}
        </p>
        {action && <div className={styles.answerAction}>{action}</div>}
      </div>
      {notes.length > 0 && (
        <ul className={styles.answerNotes} data-part="answer-notes">
          {notes.map((note, at) => (
            <li key={at}>{note}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
