import { Button, Select } from "antd";
import { useState } from "react";
import { useObject, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import type { QuestionAnswer as Answer, QuestionAnswers } from "../shared/imports.contract.ts";
import type { Question } from "../shared/run.contract.ts";
import { fieldNamed, fieldTitle } from "./field-choices.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./QuestionList.module.css";

const [EMPTY, CREATE, SKIP, LATER] = ["\0empty", "\0create", "\0skip", "\0later"];
type Chosen = string | readonly string[];

export interface QuestionListProps {
  readonly object: string;
  readonly questions: readonly Question[];
  readonly isSending: boolean;
  readonly onAnswer: (answers: QuestionAnswers) => void;
}

/** The likely answer stands there already: the best guess, else nothing. */
function firstChoice({ kind, candidates, several }: Question): Chosen {
  const [guess] = candidates;
  if (!guess || kind === "empty" || kind === "setting") return several ? [] : LATER;
  return several ? [guess.id] : guess.id;
}
function answerOf(chosen: Chosen): Answer | undefined {
  if (typeof chosen !== "string") return chosen.length > 0 ? chosen : undefined;
  if (chosen === LATER) return undefined;
  if (chosen === EMPTY) return null;
  return chosen === CREATE ? { create: true } : chosen === SKIP ? { skip: true } : chosen;
}

/** Every value that did not match, once: what is meant, make it, leave it empty, leave its rows out. */
export function QuestionList({ object, questions, isSending, onAnswer }: QuestionListProps) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const answers = questions.flatMap((question): [string, Answer][] => {
    const answer = answerOf(chosen[question.id] ?? firstChoice(question));
    return answer === undefined ? [] : [[question.id, answer]];
  });
  return (
    <section
      className={`${base.card} ${importingStyles.importQuestions}`}
      aria-label={t(importScreenMessages.questions)}
    >
      <h2>{t(importScreenMessages.questions)}</h2>
      <p className={base.note}>{t(importScreenMessages.questionsDetail)}</p>
      <ul className={styles.importAsked}>
        {questions.map((question) => (
          <QuestionLine
            key={question.id}
            object={object}
            question={question}
            value={chosen[question.id] ?? firstChoice(question)}
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
        <Button size="small" onClick={() => onChange(CREATE ?? "")}>
          {t(importScreenMessages.makeIt)}
        </Button>
      )}
    </li>
  );
}

/** What can be answered besides one of the records found. */
function useWays({ kind, cell, creatable }: Question) {
  const { t } = useLanguage();
  return [
    ...(creatable && cell !== ""
      ? [{ value: CREATE, label: t(importScreenMessages.meansNew, { name: cell }) }]
      : []),
    ...(kind === "empty" || kind === "setting" || kind === "stage"
      ? []
      : [{ value: EMPTY, label: t(importScreenMessages.meansEmpty) }]),
    ...(kind === "setting" ? [] : [{ value: SKIP, label: t(importScreenMessages.meansSkip) }]),
    { value: LATER, label: t(importScreenMessages.meansLater) },
  ];
}
