import { Input } from "antd";
import { Suspense, useState } from "react";
import { withLabels } from "../../../../shared/expression/with-labels.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ConditionField.module.css";

const ConditionEditor = lazily(() =>
  import("../../../../ui/record/condition/ConditionEditor.tsx").then((module) => module.ConditionEditor),
);

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
/** A condition, by clicks or as an expression; a formula is typed. */
export function ConditionField({ builds, object, ...props }: ConditionFieldProps) {
  if (!builds || !object) return <TypedExpression {...props} object={object} />;
  return (
    <Suspense>
      <ConditionEditor {...props} object={object} />
    </Suspense>
  );
}

/** An expression under the labels of today; it is stored by API names. */
function TypedExpression({
  id,
  describedBy,
  invalid,
  object,
  value,
  onChange,
}: Omit<ConditionFieldProps, "builds">) {
  const { language } = useLanguage();
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
  const put = (next: string) => (setText(next), onChange(next));
  return (
    <div className={`${base.line} ${styles.lineTop}`}>
      <Input.TextArea
        id={id}
        className={`${base.mono} ${base.grow}`}
        autoSize={{ minRows: 2 }}
        spellCheck={false}
        maxLength={4000}
        status={invalid ? "error" : ""}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => put(event.target.value)}
      />
    </div>
  );
}
