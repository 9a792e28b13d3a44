import { Button, Select } from "antd";
import { useState } from "react";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { Question } from "../shared/run.contract.ts";
import { texts } from "./importing.messages.ts";

const EMPTY = "\0empty";

export interface QuestionListProps {
  readonly questions: readonly Question[];
  readonly isSending: boolean;
  readonly onAnswer: (answers: Readonly<Record<string, string | null>>) => void;
}

/** Values that did not match: one answer each, for all rows. */
export function QuestionList({ questions, isSending, onAnswer }: QuestionListProps) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const send = (): void => onAnswer(Object.fromEntries(Object.entries(chosen).map(([id, value]) => [id, value === EMPTY ? null : value])));
  return (
    <section className="card import-questions" aria-label={t(texts.questions)}>
      <h2>{t(texts.questions)}</h2>
      <p className="note">{t(texts.questionsDetail)}</p>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <span className="note">{question.column}</span>
            <b>{question.cell}</b>
            <span className="note">{t(texts.questionRows, { count: question.rows.toLocaleString() })}</span>
            <Select
              aria-label={`${question.column}: ${question.cell}`}
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder={question.candidates[0] ? `${question.candidates[0].title}?` : t(texts.choose)}
              value={chosen[question.id] ?? null}
              options={[...question.candidates.map(({ id, title }) => ({ value: id, label: title })), { value: EMPTY, label: t(texts.meansEmpty) }]}
              onChange={(value: string | null) =>
                setChosen(({ [question.id]: _before, ...others }) => (value === null ? others : { ...others, [question.id]: value }))
              }
            />
          </li>
        ))}
      </ul>
      <div className="import-foot">
        <Button type="primary" loading={isSending} disabled={Object.keys(chosen).length === 0} onClick={send}>
          {t(texts.answer)}
        </Button>
      </div>
    </section>
  );
}
