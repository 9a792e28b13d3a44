import { Input, Modal } from "antd";
import { Suspense, useMemo, useState } from "react";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { settingsTexts } from "./settings.messages.ts";

const ConditionPanel = lazily(() => import("../../../../ui/record/condition/ConditionPanel.tsx").then((module) => module.ConditionPanel));

export interface ExpressionInputProps {
  readonly id: string;
  /** The object whose fields the condition reads. */
  readonly object: ObjectInfo;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy: string | undefined;
}
/** A condition as text, or put together field by field; says at once when it does not hold. */
export function ExpressionInput({ id, object, value, onChange, describedBy }: ExpressionInputProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  const [building, setBuilding] = useState(false);
  const checked = useMemo(
    () =>
      value.trim() === ""
        ? null
        : checkExpression(value, { schema: { object: (name) => objects.get(name), objects }, object: object.name, expects: "boolean" }),
    [value, object.name, objects],
  );
  const problem = checked && !checked.ok ? checked.problem : null;
  return (
    <div className="expression-input">
      <div className="editor-row">
        <Input.TextArea
          id={id}
          className="mono grow"
          autoSize
          spellCheck={false}
          maxLength={2000}
          aria-describedby={describedBy}
          aria-invalid={problem !== null}
          status={problem ? "error" : ""}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <Ghost icon="filter" className="bordered" onClick={() => setBuilding(true)}>
          {t(settingsTexts.build)}
        </Ghost>
      </div>
      {problem && (
        <div className="note note-error" role="alert">
          {t(settingsTexts.wrongAt, { at: problem.at.start + 1 })} {problem.suggestion && t(settingsTexts.didYouMean, { name: problem.suggestion })}
        </div>
      )}
      {building && (
        <Modal open width={760} title={t(settingsTexts.condition)} footer={null} onCancel={() => setBuilding(false)}>
          <Suspense>
            <ConditionPanel object={object} value={value} onChange={onChange} onClose={() => setBuilding(false)} />
          </Suspense>
        </Modal>
      )}
    </div>
  );
}
