import { Input } from "antd";
import { useState } from "react";
import { withLabels } from "../../../../shared/expression/with-labels.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ConditionDialog } from "./ConditionDialog.tsx";
import { objectMessages } from "./objects.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";
import * as styles from "./ConditionField.module.css";

export interface ConditionFieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** Whose fields it reads; none is chosen yet where undefined. */
  readonly object: ObjectInfo | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A formula is typed only; a condition can be put together field by field, too. */
  readonly builds: boolean;
}
/** An expression under the labels of today; it is stored by API names. */
export function ConditionField({
  id,
  describedBy,
  invalid,
  object,
  value,
  onChange,
  builds,
}: ConditionFieldProps) {
  const { t, language } = useLanguage();
  const objects = useObjects();
  const shown = (text: string): string =>
    object && text
      ? withLabels(
          text,
          { schema: { object: (name) => objects.get(name), objects }, object: object.name },
          language,
        )
      : text;
  const [text, setText] = useState(() => shown(value));
  const [building, setBuilding] = useState(false);
  const put = (next: string) => (setText(next), onChange(next));
  return (
    <div className={`${base.line} ${styles.lineTop}`}>
      <Input.TextArea
        id={id}
        className={`${base.mono} ${base.grow}`}
        autoSize={{ minRows: builds ? 1 : 2 }}
        spellCheck={false}
        maxLength={4000}
        status={invalid ? "error" : ""}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => put(event.target.value)}
      />
      {builds && object && (
        <QuietButton icon="filter" className={quietButtonStyles.bordered} onClick={() => setBuilding(true)}>
          {t(objectMessages.build)}
        </QuietButton>
      )}
      {building && object && (
        <ConditionDialog
          object={object}
          value={text}
          onChange={(next) => put(shown(next))}
          onClose={() => setBuilding(false)}
        />
      )}
    </div>
  );
}
