import { Button } from "antd";
import { useObject, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Question } from "../shared/run.contract.ts";
import { fieldTitle } from "./field-choices.ts";
import { openQuestionMessages } from "./open-questions.messages.ts";
import { allows, CREATE, EMPTY, SKIP, type Way } from "./question-choice.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";

export interface OpenQuestionsProps {
  readonly object: string;
  /** Those that nothing is chosen for. */
  readonly open: readonly Question[];
  readonly onChoose: (questions: readonly Question[], way: Way) => void;
}
const WAYS = [
  { way: CREATE, text: openQuestionMessages.create },
  { way: EMPTY, text: openQuestionMessages.empty },
  { way: SKIP, text: openQuestionMessages.skip },
] as const;

/** What has no suggestion is answered together; each button says what it would do, and to how many. */
export function OpenQuestions({ object, open, onChoose }: OpenQuestionsProps) {
  const { t } = useLanguage();
  const titleOf = useTitles(object);
  if (open.length < 2) return null;
  return (
    <div className={importingStyles.importFoot}>
      <span className={base.note}>{t(openQuestionMessages.open, { count: open.length })}</span>
      {WAYS.map(({ way, text }) => {
        const meant = open.filter((question) => allows(question, way));
        if (meant.length === 0) return null;
        const fields = [...new Set(meant.map(({ field }) => field))].map((field) =>
          t(openQuestionMessages.some, {
            field: titleOf(field),
            count: meant.filter((one) => one.field === field).length,
          }),
        );
        return (
          <Button key={way} size="small" onClick={() => onChoose(meant, way)}>
            {t(text, { what: fields.join(" · ") })}
          </Button>
        );
      })}
    </div>
  );
}

function useTitles(object: string): (field: string) => string {
  const { of } = useLanguage();
  const objects = useObjects();
  const info = useObject(object);
  return (field) => (info ? fieldTitle(field, info, objects, of) : field);
}
