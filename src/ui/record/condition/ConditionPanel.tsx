import { Button, Input, Segmented } from "antd";
import { useMemo, useState } from "react";
import { checkExpression } from "../../../shared/expression/check.ts";
import { type ConditionModel, conditionsOf, conditionsText } from "../../../shared/expression/simple-conditions.ts";
import type { CheckOptions } from "../../../shared/expression/types.ts";
import { isShown, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { PROBLEM_TEXTS, suggestionText } from "./condition.messages.ts";
import { ConditionLine } from "./ConditionLine.tsx";
import { isComplete } from "./condition-row.ts";
import "./condition.css";

export interface ConditionPanelProps {
  readonly object: ObjectInfo;
  /** Expression text. */
  readonly value: string;
  readonly onChange: (filter: string) => void;
  readonly onClose: () => void;
}
const EMPTY: ConditionModel = { match: "all", rows: [] };

/** Conditions line by line, or as the text they stand for; both are the same thing. */
export function ConditionPanel({ object, value, onChange, onClose }: ConditionPanelProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  const options = useMemo<CheckOptions>(
    () => ({ schema: { object: (name) => objects.get(name), objects }, object: object.name, expects: "boolean" }),
    [objects, object.name],
  );
  const initial = useMemo(() => conditionsOf(value, options), [value, options]);
  const [asText, setAsText] = useState(initial === null);
  const [model, setModel] = useState<ConditionModel>(initial ?? EMPTY);
  const [text, setText] = useState(value);
  const fields = object.fields.filter((field) => isShown(field) && kindUi(field).operators.length > 0);
  const firstField = fields.find((field) => field.name === object.title) ?? fields[0];
  const rows = model.rows.length > 0 || !firstField ? model.rows : [newRow(firstField.name)];
  const rowsText = conditionsText({ ...model, rows: rows.filter(isComplete) }, options);
  const problem = problemOf(asText ? text : rowsText, options);
  const words = problem
    ? `${t(PROBLEM_TEXTS[problem.code], { ...problem.params, at: problem.at.start + 1 })}${problem.suggestion ? t(suggestionText, { name: problem.suggestion }) : ""}`
    : null;
  const parsed = asText ? conditionsOf(text, options) : model;

  const swap = () => {
    if (!asText) setText(rowsText);
    else if (parsed) setModel(parsed);
    setAsText(!asText);
  };
  const apply = () => {
    if (problem) return;
    onChange(asText ? text.trim() : rowsText);
    onClose();
  };
  const set = (next: readonly ConditionModel["rows"][number][]) => setModel({ ...model, rows: next });
  return (
    <form
      className="stack conditions"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className="line">
        {!asText && rows.length > 1 ? (
          <Segmented<"all" | "any">
            size="small"
            value={model.match}
            options={[
              { value: "all", label: t(recordTexts.matchAll) },
              { value: "any", label: t(recordTexts.matchAny) },
            ]}
            onChange={(match) => setModel({ ...model, match })}
          />
        ) : (
          <strong>{t(recordTexts.conditions)}</strong>
        )}
        <span className="grow" />
        <Ghost icon={asText ? "list" : "edit"} disabled={asText && parsed === null} onClick={swap}>
          {t(asText ? recordTexts.rowMode : recordTexts.textMode)}
        </Ghost>
      </div>
      {asText ? (
        <>
          <Input.TextArea
            className="mono"
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            spellCheck={false}
            value={text}
            status={problem ? "error" : ""}
            aria-label={t(recordTexts.textMode)}
            placeholder={t(recordTexts.textModeHint)}
            onChange={(event) => setText(event.target.value)}
          />
          {parsed === null && !problem && <p className="note">{t(recordTexts.tooComplex)}</p>}
        </>
      ) : (
        <ul className="condition-list">
          {rows.map((row, place) => (
            <ConditionLine
              key={place}
              object={object}
              fields={fields}
              row={row}
              onChange={(next) => set(rows.map((one, at) => (at === place ? next : one)))}
              onRemove={() => set(rows.filter((_, at) => at !== place))}
            />
          ))}
        </ul>
      )}
      {words && (
        <p className="note note-error" role="alert">
          {words}
        </p>
      )}
      <div className="line">
        {!asText && firstField && (
          <Ghost icon="plus" onClick={() => set([...rows, newRow(firstField.name)])}>
            {t(recordTexts.addCondition)}
          </Ghost>
        )}
        <span className="grow" />
        <Ghost onClick={() => (onChange(""), onClose())}>{t(recordTexts.clearConditions)}</Ghost>
        <Button type="primary" htmlType="submit" disabled={problem !== null}>
          {t(recordTexts.apply)}
        </Button>
      </div>
    </form>
  );
}

const newRow = (field: string): ConditionModel["rows"][number] => ({ field, operator: "contains" });

function problemOf(text: string, options: CheckOptions) {
  if (text.trim() === "") return null;
  const checked = checkExpression(text, options);
  return checked.ok ? null : checked.problem;
}
