import { Input, Modal } from "antd";
import { Suspense, useMemo, useState } from "react";
import { explainProblem } from "../../../../../shared/expression/problem-text.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import { useExpressionText } from "../../../../../ui/record/condition/use-expression-text.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";

const ConditionPanel = lazily(() =>
  import("../../../../../ui/record/condition/ConditionPanel.tsx").then((module) => module.ConditionPanel),
);

export interface ExpressionInputProps {
  readonly id: string;
  /** The object whose fields the condition reads. */
  readonly object: ObjectInfo;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy: string | undefined;
}
/**
 * A condition as text under today's labels, or put together field by field; says at once when it does not
 * hold. What is kept goes by API names.
 */
export function ExpressionInput({ id, object, value, onChange, describedBy }: ExpressionInputProps) {
  const { t } = useLanguage();
  const { shown, stored, problemOf } = useExpressionText(object);
  const [building, setBuilding] = useState(false);
  const [draft, setDraft] = useState(() => ({ text: shown(value), value }));
  // Another stage was chosen, or the draft was read again.
  if (draft.value !== value) setDraft({ text: shown(value), value });
  const type = (text: string) => {
    const next = stored(text);
    setDraft({ text, value: next });
    onChange(next);
  };
  const problem = useMemo(() => problemOf(draft.text), [problemOf, draft.text]);
  return (
    <div>
      <div className={editorStyles.editorRow}>
        <Input.TextArea
          id={id}
          className={`${base.mono} ${base.grow}`}
          autoSize
          spellCheck={false}
          maxLength={2000}
          aria-describedby={describedBy}
          aria-invalid={problem !== null}
          status={problem ? "error" : ""}
          value={draft.text}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft({ text: shown(value), value })}
        />
        <QuietButton icon="filter" className={quietButtonStyles.bordered} onClick={() => setBuilding(true)}>
          {t(pipelineSettingsMessages.build)}
        </QuietButton>
      </div>
      {problem && (
        <div className={`${base.note} ${base.noteError}`} role="alert">
          {t(explainProblem(problem))}
        </div>
      )}
      {building && (
        <Modal
          open
          width={760}
          title={t(pipelineSettingsMessages.condition)}
          footer={null}
          onCancel={() => setBuilding(false)}
        >
          <Suspense>
            <ConditionPanel
              object={object}
              value={value}
              onChange={onChange}
              onClose={() => setBuilding(false)}
            />
          </Suspense>
        </Modal>
      )}
    </div>
  );
}
