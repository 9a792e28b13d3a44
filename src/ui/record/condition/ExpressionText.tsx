import { Input } from "antd";
import { useMemo, useState } from "react";
import { explainProblem } from "../../../shared/expression/problem-text.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useExpressionText } from "./use-expression-text.ts";
import * as base from "../../kit/base.module.css";

export interface ExpressionTextProps {
  readonly id: string;
  /** The object whose fields the condition reads. */
  readonly object: ObjectInfo;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy: string | undefined;
  readonly invalid?: boolean;
}
/**
 * A condition as text under today's labels; says at once when it does not hold. What is kept goes by API
 * names.
 */
export function ExpressionText({ id, object, value, onChange, describedBy, invalid }: ExpressionTextProps) {
  const { t } = useLanguage();
  const { shown, stored, problemOf } = useExpressionText(object);
  const [draft, setDraft] = useState(() => ({ text: shown(value), value }));
  // Another stage was chosen, or the draft was read again.
  if (draft.value !== value) setDraft({ text: shown(value), value });
  const type = (text: string) => {
    const next = stored(text);
    setDraft({ text, value: next });
    onChange(next);
  };
  const problem = useMemo(() => problemOf(draft.text), [problemOf, draft.text]);
  const isWrong = invalid === true || problem !== null;
  return (
    <div>
      <Input.TextArea
        id={id}
        className={base.mono}
        autoSize
        spellCheck={false}
        maxLength={4000}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        status={isWrong ? "error" : ""}
        value={draft.text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft({ text: shown(value), value })}
      />
      {problem && (
        <div className={`${base.note} ${base.noteError}`} role="alert">
          {t(explainProblem(problem))}
        </div>
      )}
    </div>
  );
}
