import { Button } from "antd";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { describe } from "../../../../shared/expression/describe.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { ConditionPanel } from "../../../../ui/record/condition/ConditionPanel.tsx";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./LevelDialog.module.css";

export interface LevelConditionProps {
  readonly name: "start" | "pause" | "stop";
  readonly object: ObjectInfo;
  readonly value: string;
  readonly building: boolean;
  readonly onBuild: (open: boolean) => void;
  readonly onChange: (value: string) => void;
}
/** A condition in words; the builder opens in its place. */
export function LevelCondition({ name, object, value, building, onBuild, onChange }: LevelConditionProps) {
  const { t } = useLanguage();
  return (
    <Labelled label={t(levelMessages[name])} required={name !== "pause"}>
      {() =>
        building ? (
          <div className={styles.builder}>
            <ConditionPanel
              object={object}
              value={value}
              onChange={onChange}
              onClose={() => onBuild(false)}
            />
          </div>
        ) : (
          <div className={base.rowWrap}>
            <Words object={object} text={value} />
            <Button
              size="small"
              aria-label={`${t(levelMessages.change)} ${t(levelMessages[name])}`}
              onClick={() => onBuild(true)}
            >
              {t(levelMessages.change)}
            </Button>
            {name === "pause" && value && (
              <QuietButton onClick={() => onChange("")}>{t(levelMessages.clear)}</QuietButton>
            )}
          </div>
        )
      }
    </Labelled>
  );
}

/** A condition in words, or its text where it no longer holds. */
function Words({ object, text }: { readonly object: ObjectInfo; readonly text: string }) {
  const { t, language } = useLanguage();
  const objects = useObjects();
  if (text.trim() === "") return <span className={base.muted}>{t(levelMessages.never)}</span>;
  if (text.trim() === "true") return <span>{t(levelMessages.always)}</span>;
  const schema = { object: (name: string) => objects.get(name), objects };
  const checked = checkExpression(text, { schema, object: object.name, expects: "boolean" });
  return <span>{checked.ok ? describe(checked.expression, schema, language) : <code>{text}</code>}</span>;
}
