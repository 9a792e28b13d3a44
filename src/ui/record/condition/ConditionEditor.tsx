import { type ReactNode, useState } from "react";
import { conditionsOf } from "../../../shared/expression/simple-conditions.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { ConditionRows } from "./ConditionRows.tsx";
import { ExpressionText, type ExpressionTextProps } from "./ExpressionText.tsx";
import { MatchSwitch } from "./MatchSwitch.tsx";
import { conditionFields, newRow } from "./new-row.ts";
import { useConditionRows } from "./use-condition-rows.ts";
import { useExpressionText } from "./use-expression-text.ts";
import * as base from "../../kit/base.module.css";

/**
 * A condition within a form: by clicks, line by line; as an expression through the side door, or where lines
 * cannot show it. Looking at it changes nothing of what is kept.
 */
export function ConditionEditor(props: ExpressionTextProps) {
  const { t } = useLanguage();
  const { options, problemOf } = useExpressionText(props.object);
  const isSimple = conditionsOf(props.value, options) !== null;
  const [asText, setAsText] = useState(!isSimple);
  // Text that becomes simple as it is typed stays text: nobody loses the place they type at.
  if (!isSimple && !asText) setAsText(true);
  const isTooMuch = asText && !isSimple && problemOf(props.value) === null;
  const turn = (
    <QuietButton icon={asText ? "list" : "edit"} disabled={!isSimple} onClick={() => setAsText(!asText)}>
      {t(asText ? recordScreenMessages.rowMode : recordScreenMessages.textMode)}
    </QuietButton>
  );
  return (
    <div className={base.stack} role="group" aria-describedby={props.describedBy}>
      {asText ? <ExpressionText {...props} /> : <Lines {...props} turn={turn} />}
      {isTooMuch && <p className={base.note}>{t(recordScreenMessages.tooComplex)}</p>}
      {asText && <span>{turn}</span>}
    </div>
  );
}

interface LinesProps extends ExpressionTextProps {
  readonly turn: ReactNode;
}
function Lines({ object, value, onChange, turn }: LinesProps) {
  const { t } = useLanguage();
  const { model, put } = useConditionRows(object, value, onChange);
  const fields = conditionFields(object);
  const first = fields.find((field) => field.name === object.title) ?? fields[0];
  const rows = model.rows.length > 0 || !first ? model.rows : [newRow(first)];
  return (
    <>
      {rows.length > 1 && (
        <span>
          <MatchSwitch match={model.match} onChange={(match) => put({ ...model, match })} />
        </span>
      )}
      <ConditionRows
        object={object}
        fields={fields}
        rows={rows}
        onChange={(next) => put({ ...model, rows: next })}
      />
      <div className={base.rowWrap}>
        {first && (
          <QuietButton icon="plus" onClick={() => put({ ...model, rows: [...rows, newRow(first)] })}>
            {t(recordScreenMessages.addCondition)}
          </QuietButton>
        )}
        {turn}
      </div>
    </>
  );
}
