import { useState } from "react";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useDebounced } from "../../kit/use-debounced.ts";
import { anyText, ME, type Quick } from "./quick-condition.ts";
import { quickMessages } from "./quick.messages.ts";
import { useChoices, useChosen, type ValueChoice } from "./use-choices.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./quick.module.css";

export interface PanelProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly quick: Quick;
  /** The field's condition from now on; "": none. */
  readonly onText: (text: string) => void;
}
/** So many choices are seen at once; more of them are searched. */
const SEEN = 8;
const NONE: readonly string[] = [];

/** Options, stages or people to tick; people are found by any part of their name and by pinyin. */
export function ChoicePanel({ object, field, quick, onText }: PanelProps) {
  const { t } = useLanguage();
  const me = useMe().user.id;
  const [text, setText] = useState("");
  const all = useChoices(object, field, useDebounced(text, 200));
  const values = quick.is === "any" ? quick.values : NONE;
  const chosen = useChosen(object, field, values);
  // Who is chosen and not among those found stands before them.
  const found = text === "" ? chosen.filter((one) => all.every(({ value }) => value !== one.value)) : [];
  const turn = (value: string) => {
    if (values.includes(value))
      return onText(
        anyText(
          field.name,
          values.filter((one) => one !== value),
        ),
      );
    const others = values.map((one) => (one === ME ? me : one));
    onText(anyText(field.name, value === ME ? [ME] : [...others, value]));
  };
  const isPerson = field.kind === "person";
  return (
    <div className={styles.panel}>
      {(isPerson || all.length > SEEN || text !== "") && (
        <input
          type="search"
          className={styles.find}
          value={text}
          placeholder={t(isPerson ? quickMessages.findPerson : quickMessages.find)}
          aria-label={t(quickMessages.find)}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className={styles.choices}>
        {[...found, ...all].map((choice) => (
          <Tick key={choice.value} choice={choice} isOn={values.includes(choice.value)} onTurn={turn} />
        ))}
        {text === "" && (
          <Tick
            choice={{ value: "", label: t(quickMessages.empty) }}
            isOn={quick.is === "empty"}
            onTurn={() => onText(quick.is === "empty" ? "" : `ISBLANK(${field.name})`)}
          />
        )}
      </ul>
      {text !== "" && all.length === 0 && <p className={base.note}>{t(quickMessages.noFound)}</p>}
    </div>
  );
}

interface TickProps {
  readonly choice: ValueChoice;
  readonly isOn: boolean;
  readonly onTurn: (value: string) => void;
}
const Tick = ({ choice, isOn, onTurn }: TickProps) => (
  <li>
    <label className={styles.choice}>
      <input type="checkbox" checked={isOn} onChange={() => onTurn(choice.value)} />
      <span className={base.clip}>{choice.label}</span>
    </label>
  </li>
);

/** Yes or no; pressed again, neither. */
export function YesNoPanel({ field, quick, onText }: PanelProps) {
  const { t } = useLanguage();
  const texts = { yes: `${field.name} == true`, no: `${field.name} != true` } as const;
  return (
    <div className={styles.panel}>
      {(["yes", "no"] as const).map((answer) => (
        <OneOf
          key={answer}
          words={t(quickMessages[answer])}
          isOn={quick.is === answer}
          onChoose={() => onText(quick.is === answer ? "" : texts[answer])}
        />
      ))}
    </div>
  );
}

interface OneOfProps {
  readonly words: string;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}
/** One of a few answers, of which at most one holds. */
export const OneOf = ({ words, isOn, onChoose }: OneOfProps) => (
  <button type="button" className={styles.one} aria-pressed={isOn} onClick={onChoose}>
    {words}
    {isOn && <Icon name="check" size={14} />}
  </button>
);
