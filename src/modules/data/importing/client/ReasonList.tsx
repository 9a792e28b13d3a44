import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ReasonCount } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./ReasonList.module.css";

/** What was wrong, over all rows: each reason with how many rows it met, the first of them named. */
export function ReasonList({
  reasons,
  numberLink,
}: {
  readonly reasons: readonly ReasonCount[];
  readonly numberLink?: string;
}) {
  const { t } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <section
      className={`${base.card} ${importingStyles.importQuestions}`}
      aria-label={t(importScreenMessages.reasons)}
      id={numberLink}
    >
      <h2>{t(importScreenMessages.reasons)}</h2>
      <ul className={styles.importReasons}>
        {reasons.map(({ code, field, message, rows, numbers, failed }) => (
          <li key={`${code} ${field ?? ""}`}>
            <b>{t(importScreenMessages.questionRows, { count: rows.toLocaleString() })}</b>
            <span>{rows > 1 ? t(importScreenMessages.forExample, { message }) : message}</span>
            <span className={base.note}>
              {t(failed > 0 ? importScreenMessages.rowNumbers : importScreenMessages.rowNumbersKept, {
                numbers: numbers.join(", ") + (rows > numbers.length ? " …" : ""),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
