import { Input } from "antd";
import { type DragEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { type Language, LANGUAGES } from "../../../../shared/i18n/label.ts";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { OptionActions } from "./OptionActions.tsx";
import { OptionColor } from "./OptionColor.tsx";
import { objectMessages } from "./objects.messages.ts";
import { type OptionGroup, OptionGroupInput } from "./OptionGroupInput.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionRow.module.css";

export interface OptionRowProps {
  readonly option: SelectOption;
  readonly groups: readonly OptionGroup[];
  readonly isKept: boolean;
  /** With its words in the other language, its group and code. */
  readonly isFull: boolean;
  readonly autoFocus: boolean;
  /** It was moved by keys just now: the focus goes along. */
  readonly isMoved: boolean;
  readonly onChange: (part: Partial<SelectOption>) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onHold: () => void;
  /** What is held was let go over this one, and stands before it. */
  readonly onDrop: () => void;
  readonly onNext: () => void;
  readonly onRemove: (() => void) | undefined;
}

const WORDS = { "zh-CN": objectMessages.optionZh, en: objectMessages.optionEn };
type WordsProps = Pick<OptionRowProps, "option" | "onChange" | "onNext"> & {
  readonly language: Language;
  readonly autoFocus?: boolean;
};
/** What an option is called in one language; Enter goes on to the next one. */
function OptionWords({ option, language, autoFocus = false, onChange, onNext }: WordsProps) {
  const { t } = useLanguage();
  const next = (event: KeyboardEvent) => {
    // The Enter that ends a word of an input method, and the one that would save the form, are not meant.
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  };
  return (
    <Input
      aria-label={`${t(WORDS[language])} ${option.name}`}
      placeholder={t(WORDS[language])}
      autoFocus={autoFocus}
      value={option.label[language] ?? ""}
      onPressEnter={next}
      onChange={(event) => onChange({ label: { ...option.label, [language]: event.target.value } })}
    />
  );
}

type HandleProps = Pick<OptionRowProps, "isMoved" | "onStep"> & { readonly name: string };
/** Carried by hand, or moved with the arrow keys. */
function OptionHandle({ name, isMoved, onStep }: HandleProps) {
  const { t } = useLanguage();
  const handle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isMoved) handle.current?.focus();
  }, [isMoved, name]);
  return (
    <button
      ref={handle}
      type="button"
      className={styles.handle}
      aria-label={t(objectMessages.moveOption, { name })}
      aria-keyshortcuts="ArrowUp ArrowDown"
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        onStep(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <Icon name="drag" />
    </button>
  );
}

/** One option in a line: handle, colour, words, whether it is offered; on request the rest under it. */
export function OptionRow(props: OptionRowProps) {
  const { option, groups, isKept, isFull, autoFocus, isMoved } = props;
  const { onChange, onStep, onHold, onDrop, onNext, onRemove } = props;
  const { t, of } = useLanguage();
  const first = useMe().company.language;
  const name = of(option.label, option.name);
  return (
    <div
      className={styles.optionRow}
      data-option={option.name}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <span
        draggable
        className={styles.carried}
        onDragStart={(event: DragEvent) => {
          event.dataTransfer.effectAllowed = "move";
          onHold();
        }}
      >
        <OptionHandle {...{ name, isMoved, onStep }} />
      </span>
      <OptionColor name={name} color={option.color} onChange={(color) => onChange({ color })} />
      <OptionWords language={first} {...{ option, autoFocus, onChange, onNext }} />
      <OptionActions {...{ option, name, onChange, onRemove }} />
      {isFull && (
        <div className={styles.rest}>
          {LANGUAGES.filter((one) => one !== first).map((language) => (
            <OptionWords key={language} {...{ language, option, onChange, onNext }} />
          ))}
          <OptionGroupInput
            name={name}
            group={option.group}
            groups={groups}
            onChange={(group) => onChange({ group })}
          />
          <Input
            className={base.mono}
            aria-label={`${t(objectMessages.code)} ${option.name}`}
            disabled={isKept}
            value={option.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
