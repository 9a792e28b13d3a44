import { Button, Select } from "antd";
import { useState } from "react";
import { useObject, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import type { QuestionAnswer, QuestionAnswers } from "../shared/imports.contract.ts";
import type { Question } from "../shared/run.contract.ts";
import { fieldNamed, fieldTitle } from "./field-choices.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { OpenQuestions } from "./OpenQuestions.tsx";
import { allows, answerOf, type Chosen, CREATE, EMPTY, firstChoice, LATER, SKIP } from "./question-choice.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./QuestionList.module.css";

export interface QuestionListProps {
  readonly object: string;
  readonly questions: readonly Question[];
  readonly isSending: boolean;
  readonly onAnswer: (answers: QuestionAnswers) => void;
}

/** Every value that did not match, once: what is meant, make it, leave it empty, leave its rows out. */
export function QuestionList({ object, questions, isSending, onAnswer }: QuestionListProps) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const chosenFor = (question: Question): Chosen => chosen[question.id] ?? firstChoice(question);
  const open = questions.filter((question) => answerOf(chosenFor(question)) === undefined);
  const answers = questions.flatMap((question): [string, QuestionAnswer][] => {
    const answer = answerOf(chosenFor(question));
    return answer === undefined ? [] : [[question.id, answer]];
  });
  return (
    <section
      className={`${base.card} ${importingStyles.importQuestions}`}
      aria-label={t(importScreenMessages.questions)}
    >
      <h2>{t(importScreenMessages.questions)}</h2>
      <p className={base.note}>{t(importScreenMessages.questionsDetail)}</p>
      <OpenQuestions
        object={object}
        open={open}
        onChoose={(meant, way) =>
          setChosen((before) => ({ ...before, ...Object.fromEntries(meant.map(({ id }) => [id, way])) }))
        }
      />
      <ul className={styles.importAsked}>
        {questions.map((question) => (
          <QuestionLine
            key={question.id}
            object={object}
            question={question}
            value={chosenFor(question)}
            onChange={(value) => setChosen((before) => ({ ...before, [question.id]: value }))}
          />
        ))}
      </ul>
      <div className={importingStyles.importFoot}>
        <Button
          type="primary"
          loading={isSending}
          disabled={answers.length === 0}
          onClick={() => onAnswer(Object.fromEntries(answers))}
        >
          {t(importScreenMessages.answer)}
        </Button>
      </div>
    </section>
  );
}

interface LineProps {
  readonly object: string;
  readonly question: Question;
  readonly value: Chosen;
  readonly onChange: (value: Chosen) => void;
}
function QuestionLine({ object, question, value, onChange }: LineProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const info = useObject(object);
  const field = info && fieldNamed(question.field, info, objects);
  const { cell, column, candidates, creatable, several, rows } = question;
  const [typed, setTyped] = useState("");
  const known = candidates.map(({ id, title }) => ({ value: id, label: title }));
  const own =
    typed.trim() !== "" && !known.some(({ label }) => label === typed.trim())
      ? [{ value: typed.trim(), label: t(importScreenMessages.meansTyped, { name: typed.trim() }) }]
      : [];
  const chosen =
    typeof value === "string" &&
    !value.startsWith("\0") &&
    !known.some((one) => one.value === value) &&
    value !== typed.trim()
      ? [{ value, label: value }]
      : [];
  const ways = useWays(question);
  const name = `${column}: ${cell}`;
  return (
    <li>
      <span className={base.note}>
        {field && info ? fieldTitle(question.field, info, objects, of) : column}
      </span>
      <b>{cell === "" ? t(importScreenMessages.emptyCell) : cell}</b>
      <span className={base.note}>
        {t(importScreenMessages.questionRows, { count: rows.toLocaleString() })}
      </span>
      {several ? (
        <Select
          aria-label={name}
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          onInputKeyDown={leaveWithTab}
          placeholder={t(importScreenMessages.choose)}
          value={typeof value === "string" ? [] : [...value]}
          options={known}
          onChange={(next: string[]) => onChange(next)}
        />
      ) : (
        <Select
          aria-label={name}
          showSearch={{ optionFilterProp: "label", onSearch: setTyped }}
          value={typeof value === "string" ? value : null}
          options={[...known, ...own, ...chosen, ...ways]}
          onChange={(next: string) => onChange(next)}
        />
      )}
      {creatable && cell !== "" && value !== CREATE && (
        <Button size="small" onClick={() => onChange(CREATE)}>
          {question.kind === "option"
            ? t(importScreenMessages.makeOption, { name: cell })
            : t(importScreenMessages.makeIt)}
        </Button>
      )}
    </li>
  );
}

/** What can be answered besides one of the records found. */
function useWays(question: Question) {
  const { t } = useLanguage();
  const texts = [
    {
      value: CREATE,
      label: t(question.kind === "option" ? importScreenMessages.makeOption : importScreenMessages.meansNew, {
        name: question.cell,
      }),
    },
    { value: EMPTY, label: t(importScreenMessages.meansEmpty) },
    { value: SKIP, label: t(importScreenMessages.meansSkip) },
  ];
  return [
    ...texts.filter(({ value }) => allows(question, value)),
    { value: LATER, label: t(importScreenMessages.meansLater) },
  ];
}
