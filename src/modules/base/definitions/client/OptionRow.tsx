import { Input } from "antd";
import type { KeyboardEvent } from "react";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { OptionActions } from "./OptionActions.tsx";
import { OptionColor } from "./OptionColor.tsx";
import { objectMessages } from "./objects.messages.ts";
import { type OptionGroup, OptionGroupInput } from "./OptionGroupInput.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionRow.module.css";

type OptionWordsProps = Pick<OptionRowProps, "option" | "autoFocus" | "onChange" | "onNext">;
/** What an option is called; Enter goes on to the next one. */
function OptionWords({ option, autoFocus, onChange, onNext }: OptionWordsProps) {
  const { t } = useLanguage();
  const put = (tag: "zh-CN" | "en", text: string) => onChange({ label: { ...option.label, [tag]: text } });
  const next = (event: KeyboardEvent) => {
    // The Enter that ends a word of an input method, and the one that would save the dialog, are not meant.
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  };
  return (
    <>
      <Input
        aria-label={`${t(objectMessages.optionZh)} ${option.name}`}
        placeholder={t(objectMessages.optionZh)}
        autoFocus={autoFocus}
        value={option.label["zh-CN"] ?? ""}
        onPressEnter={next}
        onChange={(event) => put("zh-CN", event.target.value)}
      />
      <Input
        aria-label={`${t(objectMessages.optionEn)} ${option.name}`}
        placeholder={t(objectMessages.optionEn)}
        value={option.label["en"] ?? ""}
        onPressEnter={next}
        onChange={(event) => put("en", event.target.value)}
      />
    </>
  );
}

export interface OptionRowProps {
  readonly option: SelectOption;
  readonly groups: readonly OptionGroup[];
  readonly isKept: boolean;
  /** With its code and group. */
  readonly isFull: boolean;
  readonly autoFocus: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (part: Partial<SelectOption>) => void;
  readonly onMove: (by: number) => void;
  readonly onNext: () => void;
  readonly onRemove: (() => void) | undefined;
}
/** One option: its colour and words, whether it is offered, its place; on request its group and code. */
export function OptionRow({
  option,
  groups,
  isKept,
  isFull,
  autoFocus,
  first,
  last,
  onChange,
  onMove,
  onNext,
  onRemove,
}: OptionRowProps) {
  const { t, of } = useLanguage();
  const name = of(option.label, option.name);
  return (
    <div className={styles.optionRow} data-full={isFull || undefined}>
      <OptionColor name={name} color={option.color} onChange={(color) => onChange({ color })} />
      <OptionWords {...{ option, autoFocus, onChange, onNext }} />
      {isFull && (
        <>
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
        </>
      )}
      <OptionActions {...{ option, name, first, last, onChange, onMove, onRemove }} />
    </div>
  );
}
