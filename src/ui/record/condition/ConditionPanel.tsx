import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import { explainProblem } from "../../../shared/expression/problem-text.ts";
import {
  type ConditionModel,
  type ConditionRow,
  conditionsOf,
  conditionsText,
} from "../../../shared/expression/simple-conditions.ts";
import type { ExpressionProblem } from "../../../shared/expression/types.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { SimpleForm } from "../../kit/SimpleForm.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { ConditionRows } from "./ConditionRows.tsx";
import { isComplete } from "./condition-row.ts";
import { MatchSwitch } from "./MatchSwitch.tsx";
import { conditionFields, newRow } from "./new-row.ts";
import { useExpressionText } from "./use-expression-text.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ConditionPanel.module.css";

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
  const { options, shown, stored, problemOf } = useExpressionText(object);
  const initial = useMemo(() => conditionsOf(value, options), [value, options]);
  const [asText, setAsText] = useState(initial === null);
  const [model, setModel] = useState<ConditionModel>(initial ?? EMPTY);
  const [text, setText] = useState(() => shown(value));
  const fields = conditionFields(object);
  const first = fields.find((field) => field.name === object.title) ?? fields[0];
  const rows = model.rows.length > 0 || !first ? model.rows : [newRow(first)];
  const rowsText = conditionsText({ ...model, rows: rows.filter(isComplete) }, options);
  const problem = problemOf(asText ? text : rowsText);
  const parsed = asText ? conditionsOf(text, options) : model;
  const setRows = (next: readonly ConditionRow[]) => setModel({ ...model, rows: next });
  const swap = () => {
    if (!asText) setText(shown(rowsText));
    else if (parsed) setModel(parsed);
    setAsText(!asText);
  };
  const apply = () => {
    if (problem) return;
    onChange(asText ? stored(text) : rowsText);
    onClose();
  };
  return (
    <SimpleForm error={undefined} className={styles.conditions} part="conditions" onSubmit={apply}>
      <div className={base.line}>
        {!asText && rows.length > 1 ? (
          <MatchSwitch match={model.match} onChange={(match) => setModel({ ...model, match })} />
        ) : (
          <strong>{t(recordScreenMessages.conditions)}</strong>
        )}
        <span className={base.grow} />
        <QuietButton icon={asText ? "list" : "edit"} disabled={asText && parsed === null} onClick={swap}>
          {t(asText ? recordScreenMessages.rowMode : recordScreenMessages.textMode)}
        </QuietButton>
      </div>
      {asText ? (
        <ConditionText text={text} invalid={problem !== null} onChange={setText} />
      ) : (
        <ConditionRows object={object} fields={fields} rows={rows} onChange={setRows} />
      )}
      {asText && parsed === null && !problem && (
        <p className={base.note}>{t(recordScreenMessages.tooComplex)}</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className={base.line}>
        {!asText && first && (
          <QuietButton icon="plus" onClick={() => setRows([...rows, newRow(first)])}>
            {t(recordScreenMessages.addCondition)}
          </QuietButton>
        )}
        <span className={base.grow} />
        <PanelButtons disabled={problem !== null} onClear={() => (onChange(""), onClose())} />
      </div>
    </SimpleForm>
  );
}

function PanelButtons({ disabled, onClear }: { readonly disabled: boolean; readonly onClear: () => void }) {
  const { t } = useLanguage();
  return (
    <>
      <QuietButton onClick={onClear}>{t(recordScreenMessages.clearConditions)}</QuietButton>
      <Button type="primary" htmlType="submit" disabled={disabled}>
        {t(recordScreenMessages.apply)}
      </Button>
    </>
  );
}

function ConditionText({
  text,
  invalid,
  onChange,
}: {
  readonly text: string;
  readonly invalid: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <Input.TextArea
      className={base.mono}
      autoFocus
      autoSize={{ minRows: 3, maxRows: 10 }}
      spellCheck={false}
      value={text}
      status={invalid ? "error" : ""}
      aria-label={t(recordScreenMessages.textMode)}
      placeholder={t(recordScreenMessages.textModeHint)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ProblemNote({ problem }: { readonly problem: ExpressionProblem }) {
  const { t } = useLanguage();
  return (
    <p className={`${base.note} ${base.noteError}`} role="alert">
      {t(explainProblem(problem))}
    </p>
  );
}
