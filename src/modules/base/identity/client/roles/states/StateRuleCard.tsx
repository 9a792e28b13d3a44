import { Button } from "antd";
import { useState } from "react";
import type { StateRule } from "../../../../../../shared/rights/rights.ts";
import type { ObjectInfo } from "../../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../../ui/kit/QuietButton.tsx";
import { ConditionPanel } from "../../../../../../ui/record/condition/ConditionPanel.tsx";
import { ConditionWords } from "../../../../../../ui/record/condition/ConditionWords.tsx";
import { StateFields } from "./StateFields.tsx";
import { StateScopes } from "./StateScopes.tsx";
import { saidBy } from "./state-words.ts";
import { stateMessages } from "./states.messages.ts";
import * as base from "../../../../../../ui/kit/base.module.css";
import * as styles from "./StateRules.module.css";

export interface RuleProps {
  readonly object: ObjectInfo;
  readonly rule: StateRule;
  readonly onChange: (rule: StateRule) => void;
}
interface CardProps extends RuleProps {
  readonly onRemove: () => void;
  /** Absent: it is the first. */
  readonly onUp?: () => void;
}
/** One rule: its condition in words with what it says, and what sets it. */
export function StateRuleCard({ object, rule, onChange, onRemove, onUp }: CardProps) {
  const language = useLanguage();
  const { t } = language;
  const [building, setBuilding] = useState(rule.when === "");
  const said = saidBy(rule, object, language);
  return (
    <li className={styles.rule} data-part="state-rule">
      <div className={styles.head}>
        <span className={styles.sentence}>
          <strong>
            {t(stateMessages.when)}{" "}
            {rule.when === "" ? (
              t(stateMessages.any)
            ) : (
              <ConditionWords object={object.name} text={rule.when} />
            )}
          </strong>
          <span className={styles.said}>{said.length > 0 ? said.join(" · ") : t(stateMessages.nothing)}</span>
        </span>
        <span className={styles.actions}>
          {onUp && <QuietButton icon="up" aria-label={t(stateMessages.up)} onClick={onUp} />}
          <QuietButton icon="trash" aria-label={t(stateMessages.remove)} onClick={onRemove} />
        </span>
      </div>
      {building ? (
        <div className={styles.builder}>
          <ConditionPanel
            object={object}
            value={rule.when}
            onChange={(when) => onChange({ ...rule, when })}
            onClose={() => setBuilding(false)}
          />
        </div>
      ) : (
        <span>
          <Button size="small" onClick={() => setBuilding(true)}>
            {t(stateMessages.change)}
          </Button>
        </span>
      )}
      <StateScopes object={object} rule={rule} onChange={onChange} />
      <div className={base.stack}>
        <StateFields object={object} rule={rule} onChange={onChange} />
      </div>
    </li>
  );
}
