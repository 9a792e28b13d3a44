import { Button, Select } from "antd";
import { useState } from "react";
import type { StateRule } from "../../../../../../shared/rights/rights.ts";
import { rulesOn } from "../../../../../../shared/rights/state-rules.ts";
import { useObjects } from "../../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../../settings.messages.ts";
import type { MatrixProps } from "../ObjectMatrix.tsx";
import { StateRuleCard } from "./StateRuleCard.tsx";
import { stateMessages } from "./states.messages.ts";
import * as base from "../../../../../../ui/kit/base.module.css";
import * as settingsPageStyles from "../../../../../../ui/kit/SettingsPage.module.css";
import * as styles from "./StateRules.module.css";

/** What a role grants while a record is in a state, object by object. */
export function StateRules({ rights, onChange }: MatrixProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [name, setName] = useState(() => firstOf(Object.keys(rights.states ?? {}), [...objects.keys()]));
  const object = objects.get(name);
  const rules = rulesOn(rights, name);
  const set = (own: readonly StateRule[]) =>
    onChange({ ...rights, states: { ...rights.states, [name]: own } });
  const replace = (at: number, rule: StateRule) =>
    set(rules.map((one, place) => (place === at ? rule : one)));
  return (
    <div className={base.stack}>
      <p className={base.muted}>{t(stateMessages.intro)}</p>
      <Select
        className={settingsPageStyles.settingsForm}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t(settingsMessages.object)}
        value={name}
        options={[...objects.values()].map((one) => ({
          value: one.name,
          label: withCount(of(one.plural, one.name), rulesOn(rights, one.name).length),
        }))}
        onChange={setName}
      />
      {rules.length === 0 && <p className={base.muted}>{t(stateMessages.none)}</p>}
      {object && (
        <ol className={styles.rules}>
          {rules.map((rule, at) => (
            <StateRuleCard
              key={`${name} ${at}`}
              object={object}
              rule={rule}
              onChange={(next) => replace(at, next)}
              onRemove={() => set(rules.filter((_, place) => place !== at))}
              {...(at > 0 ? { onUp: () => set(swapped(rules, at)) } : {})}
            />
          ))}
        </ol>
      )}
      <span>
        <Button disabled={!object} onClick={() => set([...rules, { when: "" }])}>
          {t(stateMessages.add)}
        </Button>
      </span>
    </div>
  );
}

const withCount = (name: string, count: number): string => (count === 0 ? name : `${name} · ${count}`);
const firstOf = (said: readonly string[], all: readonly string[]): string =>
  said.find((one) => all.includes(one)) ?? (all.includes("lead") ? "lead" : (all[0] ?? ""));

/** The rule at this place goes before the one above it. */
export const swapped = <T,>(rules: readonly T[], at: number): readonly T[] => [
  ...rules.slice(0, at - 1),
  ...rules.slice(at, at + 1),
  ...rules.slice(at - 1, at),
  ...rules.slice(at + 1),
];
