import { Select } from "antd";
import { type RecordScope, SCOPES, type StateRule } from "../../../../../../shared/rights/rights.ts";
import { useLanguage } from "../../../../../../ui/kit/language.tsx";
import { SCOPE_TEXTS } from "../scope-texts.ts";
import type { RuleProps } from "./StateRuleCard.tsx";
import { ACTION_TEXTS, ACTIONS } from "./state-words.ts";
import { stateMessages } from "./states.messages.ts";
import * as base from "../../../../../../ui/kit/base.module.css";
import * as styles from "./StateRules.module.css";

const USUAL = "usual";

/** Whose records while they are in the state. */
export function StateScopes({ rule, onChange }: RuleProps) {
  const { t } = useLanguage();
  const set = (action: (typeof ACTIONS)[number], scope: RecordScope | typeof USUAL) => {
    const { [action]: _old, ...rest } = rule;
    onChange(scope === USUAL ? rest : ({ ...rest, [action]: scope } satisfies StateRule));
  };
  return (
    <div className={styles.settings}>
      {ACTIONS.map((action) => (
        <label key={action} className={styles.setting}>
          <span className={base.muted}>{t(ACTION_TEXTS[action])}</span>
          <Select<RecordScope | typeof USUAL>
            size="small"
            aria-label={t(ACTION_TEXTS[action])}
            value={rule[action] ?? USUAL}
            options={[
              { value: USUAL, label: t(stateMessages.usual) },
              ...SCOPES.map((scope) => ({ value: scope, label: t(SCOPE_TEXTS[scope]) })),
            ]}
            onChange={(scope) => set(action, scope)}
          />
        </label>
      ))}
    </div>
  );
}
